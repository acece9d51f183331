/** @jsxImportSource react */
import { App } from '../arkose-react/app.tsx';
import { mount } from '../shared/react-mount.ts';

mount(<App mode="inline" />);
