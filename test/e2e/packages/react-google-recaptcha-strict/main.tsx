/** @jsxImportSource react */
import { StrictMode } from 'react';
import { App } from '../react-google-recaptcha/app.tsx';
import { mount } from '../shared/react-mount.ts';

mount(
  <StrictMode>
    <App />
  </StrictMode>,
);
