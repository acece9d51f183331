import { callVendor, type FrameConfig, link } from './link.ts';

/** The challenge frame: one button stands for the pictures. */
export const challenge = (config: FrameConfig): void => {
  const tell = link(() => undefined);
  document.getElementById('recaptcha-verify-button')?.addEventListener('click', () => {
    callVendor('userverify', config, { action: config.action })
      .then(([, token, lifetimeMs]) => {
        if (token !== null) tell({ type: 'token', token, lifetimeMs });
      })
      .catch(() => tell({ type: 'error' }));
  });
};
