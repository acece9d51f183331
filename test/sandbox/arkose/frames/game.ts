import type { FrameMessage } from '../client/types.ts';
import { sendAnswer } from './calls.ts';

/** The legacy challenge frame; its session was opened by the script in the page. */
export const game = (): void => {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const tell = (message: FrameMessage): void => window.parent.postMessage(JSON.stringify(message), '*');
  document.getElementById('solve')?.addEventListener('click', () => {
    sendAnswer(token)
      .then((solved) => tell(solved ? { type: 'solved', token } : { type: 'failed' }))
      .catch(() => tell({ type: 'error', error: 'API_REQUEST_ERROR' }));
  });
  tell({ type: 'ready' });
};
