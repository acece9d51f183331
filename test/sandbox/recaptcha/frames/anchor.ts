import type { ClientMessage } from '../client/types.ts';
import { callVendor, type FrameConfig, link, type VendorReply } from './link.ts';

const showState = (box: HTMLElement, state: 'idle' | 'busy' | 'solved' | 'expired'): void => {
  box.setAttribute('aria-checked', String(state === 'solved'));
  box.setAttribute('data-state', state);
  const status = document.getElementById('recaptcha-accessible-status');
  const texts = {
    idle: 'Recaptcha requires verification',
    busy: 'Verifying',
    solved: 'You are verified',
    expired: 'Verification expired',
  };
  if (status !== null) status.textContent = texts[state];
};

/** The anchor frame: the checkbox, and the ear of an invisible widget. */
export const anchor = (config: FrameConfig): void => {
  const box = document.getElementById('recaptcha-anchor');
  const show = (state: Parameters<typeof showState>[1]): void => {
    if (box !== null) showState(box, state);
  };
  const onReply = (reply: VendorReply): void => {
    const [, token, lifetimeMs] = reply;
    if (token === null) tell({ type: 'challenge' });
    else tell({ type: 'token', token, lifetimeMs });
  };
  const ask = (more: Record<string, string>): void => {
    show('busy');
    callVendor('reload', config, more)
      .then(onReply)
      .catch(() => {
        show('idle');
        tell({ type: 'error' });
      });
  };
  const receive = (message: ClientMessage): void => {
    if (message.type === 'solved') show('solved');
    else if (message.type === 'expired') show('expired');
    else if (message.type === 'reset') show('idle');
    else if (message.type === 'execute') {
      ask({ reason: 'execute', action: message.action ?? config.action, score: message.scoreOnly === true ? '1' : '' });
    }
  };
  const tell = link(receive);
  const press = (): void => {
    const state = box?.getAttribute('data-state');
    if (state === 'idle' || state === 'expired') ask({ reason: 'click', action: config.action });
  };
  box?.addEventListener('click', press);
  box?.addEventListener('keydown', (event) => {
    if (event.key === ' ') press();
  });
};
