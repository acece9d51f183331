/** @jsxImportSource react */
import { StrictMode } from 'react';
import { App } from '../arkose-react/app.tsx';
import { mount } from '../shared/react-mount.ts';

mount(
  <StrictMode>
    <App mode="lightbox" />
  </StrictMode>,
);
