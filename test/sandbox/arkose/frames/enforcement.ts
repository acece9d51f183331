import type { ClientMessage, FrameMessage } from '../client/types.ts';
import type { ArkoseVariant } from '../types.ts';
import { askSession, sendAnswer } from './calls.ts';

/** The enforcement frame: opens the session, and one button stands for the challenge. */
export const enforcement = ({ hash, readyDelayMs, shownDelayMs }: ArkoseVariant): void => {
  const publicKey = location.hash.slice(1).split('&')[0] ?? '';
  const tell = (message: FrameMessage): void => window.parent.postMessage(JSON.stringify(message), '*');
  let token = '';

  const open = async (site: string, blob: string | undefined): Promise<void> => {
    const reply = await askSession('', publicKey, { site, blob, hash });
    token = reply.token;
    tell({ type: 'session', ...reply });
  };
  const show = (): void => {
    document.body.setAttribute('data-shown', '');
    setTimeout(() => tell({ type: 'shown' }), shownDelayMs);
  };
  const fail = (): void => tell({ type: 'error', error: 'API_REQUEST_ERROR' });

  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || typeof event.data !== 'string') return;
    const message = JSON.parse(event.data) as ClientMessage;
    if (message.type === 'show') show();
    else open(message.site, message.blob).catch(fail);
  });
  document.getElementById('solve')?.addEventListener('click', () => {
    sendAnswer(token)
      .then((solved) => tell(solved ? { type: 'solved', token } : { type: 'failed' }))
      .catch(fail);
  });
  document.getElementById('close')?.addEventListener('click', () => tell({ type: 'close' }));
  setTimeout(() => tell({ type: 'ready' }), readyDelayMs);
};
