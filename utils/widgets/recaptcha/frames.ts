/** The vendor's own frames, as match patterns. Its demo page lives below /recaptcha too, so they are named singly. */
export const frames = ['google.com', 'recaptcha.net'].flatMap((host) =>
  ['api2', 'enterprise'].flatMap((api) =>
    ['anchor', 'bframe', 'aframe'].map((frame) => `*://*.${host}/recaptcha/${api}/${frame}*`),
  ),
);
