import { pageScript } from '../../recaptcha/page-script.ts';
import type { ArkoseVariant } from '../types.ts';

const CSS = `
  body { margin: 0; padding: 16px; font: 16px/1.4 system-ui, sans-serif; color: #000; background: #fff; }
  body[data-waits]:not([data-shown]) { visibility: hidden; }
  button { font: inherit; padding: 8px 16px; }`;

const shell = (title: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${CSS}</style></head>
${body}</html>`;

const CHALLENGE = `<p>Pick the animal that stands the right way up</p>
<button id="solve" type="button">Solve by hand</button>`;

const inline = (paths: readonly string[], entry: string, config: unknown): string =>
  `<script>${pageScript(
    paths.map((path) => `../arkose/frames/${path}.ts`),
    entry,
    config,
  )}</script>`;

/** The enforcement frame's document. */
export const enforcementDocument = (variant: ArkoseVariant): string =>
  shell(
    'Arkose enforcement',
    `<body data-waits>${CHALLENGE} <button id="close" type="button">Close</button>
${inline(['calls', 'enforcement'], 'enforcement', variant)}</body>`,
  );

/** The legacy challenge's document. */
export const gameDocument = (): string =>
  shell('FunCaptcha challenge', `<body>${CHALLENGE}${inline(['calls', 'game'], 'game', null)}</body>`);

/** The hosted page: the same client as anywhere, from the key's own host. */
export const hostedDocument = (publicKey: string, host: string): string =>
  shell(
    'Arkose hosted challenge',
    `<body><div id="challenge"></div>${inline(['hosted'], 'hosted', publicKey)}
<script src="https://${host}/v2/${publicKey}/api.js" data-callback="setupEnforcement" async defer></script></body>`,
  );
