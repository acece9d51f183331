import { pageScript } from '../page-script.ts';
import type { FrameConfig } from './link.ts';

const ANCHOR_CSS = `
  body { margin: 0; font: 14px/1.3 system-ui, sans-serif; color: #000; background: #f9f9f9; }
  #rc-anchor-container { box-sizing: border-box; height: 78px; padding: 0 12px; border: 1px solid #d3d3d3; border-radius: 3px;
    display: flex; align-items: center; gap: 12px; }
  #rc-anchor-container.invisible { height: 60px; font-size: 12px; line-height: 1.2; }
  #rc-anchor-container.dark { background: #222; color: #fff; }
  #recaptcha-anchor { width: 26px; height: 26px; box-sizing: border-box; border: 2px solid #767676; border-radius: 2px;
    background: #fff; cursor: pointer; flex: none; text-align: center; line-height: 22px; }
  #recaptcha-anchor[data-state='solved']::before { content: '\\2713'; color: #0a7d32; font-weight: bold; }
  #recaptcha-anchor[data-state='busy'] { opacity: 0.5; }
  .rc-anchor-logo { margin-left: auto; font-size: 10px; color: #555; }
  .rc-anchor-error-msg { color: #b00020; font-size: 12px; }
  .hidden { position: absolute; left: -9999px; }`;

const shell = (title: string, css: string, body: string, code: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${css}</style></head>
<body>${body}<script>${code}</script></body></html>`;

const checkbox = `<span class="recaptcha-checkbox" role="checkbox" aria-checked="false" id="recaptcha-anchor" tabindex="0"
  data-state="idle" aria-labelledby="recaptcha-anchor-label"></span>
  <label id="recaptcha-anchor-label">I'm not a robot</label>`;

/** The anchor frame's document. */
export const anchorDocument = (config: FrameConfig, look: { invisible: boolean; dark: boolean }): string => {
  const widget = look.invisible ? '<span>protected by reCAPTCHA</span>' : checkbox;
  const content =
    config.ownerError === ''
      ? widget
      : `<div class="rc-anchor-error-msg">ERROR for site owner:<br>${config.ownerError}</div>`;
  const body = `<div id="rc-anchor-container" class="rc-anchor ${look.dark ? 'dark' : ''} ${look.invisible ? 'invisible' : ''}">
  <div id="recaptcha-accessible-status" class="hidden" aria-live="polite">Recaptcha requires verification</div>
  ${content}<span class="rc-anchor-logo">sandbox reCAPTCHA</span></div>`;
  return shell('reCAPTCHA', ANCHOR_CSS, body, pageScript(['frames/link.ts', 'frames/anchor.ts'], 'anchor', config));
};

const CHALLENGE_CSS = `
  body { margin: 0; font: 16px/1.4 system-ui, sans-serif; padding: 16px; }
  button { font: inherit; padding: 8px 16px; }`;

/** The challenge frame's document. */
export const challengeDocument = (config: FrameConfig): string =>
  shell(
    'reCAPTCHA challenge',
    CHALLENGE_CSS,
    `<div id="rc-imageselect"><p>Select all images with boats</p><button id="recaptcha-verify-button">Solve by hand</button></div>`,
    pageScript(['frames/link.ts', 'frames/challenge.ts'], 'challenge', config),
  );
