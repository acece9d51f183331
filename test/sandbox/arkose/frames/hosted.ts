import type { Enforcement } from '../client/types.ts';

/** The vendor's own page around the client: an inline challenge whose events go to the parent. widgets.md 4.1. */
export const hosted = (publicKey: string): void => {
  const tell = (name: string, payload: Record<string, unknown> = {}): void => {
    window.parent.postMessage(JSON.stringify({ eventId: `challenge-${name}`, publicKey, payload }), '*');
  };
  const blob = new URLSearchParams(location.search).get('data');
  const page = window as unknown as Record<string, unknown>;
  page['setupEnforcement'] = (enforcement: Enforcement) => {
    enforcement.setConfig({
      selector: '#challenge',
      mode: 'inline',
      ...(blob === null ? {} : { data: { blob } }),
      onReady: () => tell('loaded'),
      onSuppress: () => tell('suppressed'),
      onShown: ({ token }) => {
        tell('shown', { sessionToken: token });
        tell('iframeSize', { frameWidth: 310, frameHeight: 220 });
      },
      onCompleted: ({ token }) => tell('complete', { sessionToken: token }),
      onError: ({ error }) => tell('error', { error }),
      onFailed: ({ token }) => tell('failed', { sessionToken: token }),
    });
  };
};
