import { layView } from './layout.ts';
import type { Answer, ClientConfig, Enforcement, Event, FrameMessage, Settings, View } from './types.ts';

/**
 * Where a session stands: its frame loads, is there, asks the vendor, has a session that nobody sees, shows its
 * challenge, or is over until reset().
 */
type Stage = 'none' | 'loading' | 'ready' | 'opening' | 'held' | 'shown' | 'over';

/** The client for one key; facts/widgets.md 4.1. */
export const createEnforcement = (config: ClientConfig): { enforcement: Enforcement; dispose(): void } => {
  const { variant } = config;
  let settings: Settings = {};
  let view: View | undefined;
  let stage: Stage = 'none';
  let wanted = false;
  let session = { token: '', suppressed: false };

  const isInline = (): boolean => settings.mode === 'inline';
  const startsAlone = (): boolean => variant.prefetch === 'always' || (variant.prefetch === 'inline' && isInline());

  const call = (name: Event, more: Partial<Answer> = {}): void => {
    const token = session.token || null;
    try {
      settings[name]?.({ token, completed: false, suppressed: false, error: null, ...more });
    } catch (error) {
      // A page's mistake is its own: reported, and nothing of ours stops.
      setTimeout(() => {
        throw error;
      });
    }
  };

  const open = (): void => {
    stage = 'opening';
    view?.tell({ type: 'open', site: location.origin, blob: settings.data?.blob });
  };

  const begin = (): void => {
    stage = 'ready';
    call('onReady');
    // The page may have run it in that callback.
    if (stage === 'ready' && (wanted || startsAlone())) open();
  };

  const present = (): void => {
    if (session.suppressed) {
      stage = 'over';
      call('onSuppress', { suppressed: true });
      call('onCompleted', { completed: true, suppressed: true });
      return;
    }
    stage = 'shown';
    view?.open();
    call('onShow');
    view?.tell({ type: 'show' });
  };

  const hide = (of: View | undefined): void => {
    // The page may have called reset() just before.
    if (of === undefined || of !== view) return;
    of.close();
    call('onHide');
  };

  // A person closes the lightbox; the session stays, for the next run().
  const dismiss = (): void => {
    if (isInline()) return;
    stage = 'held';
    hide(view);
  };

  const end = (name: Event, more: Partial<Answer>): void => {
    const before = view;
    stage = 'over';
    call(name, more);
    if (name !== 'onError') hide(before);
  };

  const receive = (message: FrameMessage): void => {
    switch (message.type) {
      case 'ready':
        return begin();
      case 'session':
        session = message;
        stage = 'held';
        return wanted || isInline() ? present() : undefined;
      case 'shown':
        return call('onShown');
      case 'close':
        return dismiss();
      case 'solved':
        return end('onCompleted', { completed: true });
      case 'failed':
        return end('onFailed', {});
      case 'error':
        return end('onError', { error: { error: message.error } });
    }
  };

  const place = (): void => {
    view?.remove();
    const parent = isInline() ? document.querySelector(settings.selector ?? '') : document.body;
    if (parent === null) return end('onError', { error: { error: 'SELECTOR_NOT_FOUND' } });
    view = layView(config, parent, isInline(), receive);
  };

  const build = (): void => {
    view?.remove();
    view = undefined;
    session = { token: '', suppressed: false };
    stage = 'loading';
    // api.js may be there before the element that its challenge goes into.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place, { once: true });
    else place();
  };

  const run = (): void => {
    if (stage === 'none' || stage === 'over') return;
    wanted = true;
    if (stage === 'ready') open();
    else if (stage === 'held') present();
  };

  const press = ({ target }: globalThis.Event): void => {
    const { selector } = settings;
    if (isInline() || !selector || !(target instanceof Element)) return;
    if (target.closest(selector) !== null) run();
  };
  // At the document, after the page's own handlers: those may refresh the blob first.
  document.addEventListener('click', press);

  const enforcement: Enforcement = {
    setConfig: (more) => {
      const before = settings;
      settings = { ...settings, ...more };
      const moved = isInline() && settings.selector !== before.selector;
      if (view === undefined || moved || before.mode !== settings.mode) build();
    },
    getConfig: () => ({ ...settings }),
    run,
    reset: () => {
      if (stage === 'none') return;
      wanted = false;
      build();
      setTimeout(() => call('onReset'));
    },
    version: variant.version,
  };
  const dispose = (): void => {
    document.removeEventListener('click', press);
    view?.remove();
    view = undefined;
    stage = 'none';
  };
  return { enforcement, dispose };
};
