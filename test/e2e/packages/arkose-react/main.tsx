/** @jsxImportSource react */
import { mount } from '../shared/react-mount.ts';
import { App } from './app.tsx';

mount(<App mode="lightbox" />);
