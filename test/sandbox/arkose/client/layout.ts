import { linkFrame } from './link.ts';
import type { ClientConfig, FrameMessage, View } from './types.ts';

// Hidden frames keep their timers this way; with display: none they would be slowed down.
const HIDDEN_CSS = 'position: absolute; width: 0px; height: 0px; overflow: hidden; visibility: hidden; border: 0;';
const INLINE_CSS = 'width: 310px; height: 220px; border: 0;';
const LIGHTBOX_CSS =
  'position: fixed; inset: 0; margin: auto; width: 310px; height: 220px; background: #fff; z-index: 2147483647; ' +
  'border: 1px solid #888; box-shadow: 0 0 0 100vmax rgb(0 0 0 / 40%);';

const makeFrame = ({ publicKey, origin, variant }: ClientConfig): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  const { version, hash, frameTitle, frameId } = variant;
  // A page with several keys has several frames.
  if (frameId) frame.id = document.getElementById(frameId) ? `${frameId}-${publicKey.slice(0, 4)}` : frameId;
  frame.title = frameTitle;
  frame.setAttribute('data-e2e', 'enforcement-frame');
  frame.setAttribute('aria-label', frameTitle);
  frame.style.cssText = 'width: 100%; height: 100%; border: 0;';
  frame.src = `${origin}/v2/${version}/enforcement.${hash}.html#${publicKey}&${crypto.randomUUID()}`;
  return frame;
};

/** Puts an enforcement frame into `parent`, hidden until it is opened. */
export const layView = (
  config: ClientConfig,
  parent: Element,
  inline: boolean,
  receive: (message: FrameMessage) => void,
): View => {
  const frame = makeFrame(config);
  const box = document.createElement('div');
  const close = (): void => {
    box.style.cssText = HIDDEN_CSS;
    box.setAttribute('aria-hidden', 'true');
  };
  close();
  box.appendChild(frame);
  parent.appendChild(box);
  const link = linkFrame(frame, config.origin, receive);
  return {
    tell: link.tell,
    close,
    open: () => {
      box.style.cssText = inline ? INLINE_CSS : LIGHTBOX_CSS;
      box.removeAttribute('aria-hidden');
    },
    remove: () => {
      link.stop();
      box.remove();
    },
  };
};
