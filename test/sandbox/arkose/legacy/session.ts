import { linkFrame } from '../client/link.ts';
import type { FrameMessage } from '../client/types.ts';
import { askSession } from '../frames/calls.ts';
import type { ArkoseVariant } from '../types.ts';

export interface LegacyConfig {
  origin: string;
  /** Name of the page's function to call once the script is there. */
  onload: string;
  variant: ArkoseVariant;
}

export interface LegacyOptions {
  public_key: string;
  target_html: string | Element;
  callback?: (token: string) => void;
  loaded_callback?: () => void;
  data?: { blob?: string };
  /** A session that the page's server has opened. */
  session?: string;
}

export interface LegacyWidget {
  refresh_session(): void;
  getSessionToken(): string;
}

const FIELDS = { 'fc-token': 'FunCaptcha-Token', 'verification-token': 'verification-token' } as const;

/** The hidden inputs, which hold a token from the start: the unsolved session's. facts/widgets.md 4.2. */
const fillFields = (target: Element, which: ArkoseVariant['legacyFields'], token: string): void => {
  const scope = target.closest('form') ?? document;
  for (const [name, id] of Object.entries(FIELDS)) {
    const there = scope.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (there === null && which !== 'both' && which !== name) continue;
    const field = there ?? document.createElement('input');
    if (there === null) {
      Object.assign(field, { type: 'hidden', id, name });
      target.appendChild(field);
    }
    field.value = token;
  }
};

/** One legacy widget: its session opens at once, and its challenge is there to see. */
export const createLegacy = (config: LegacyConfig, options: LegacyOptions): LegacyWidget => {
  const { target_html: place } = options;
  const target = typeof place === 'string' ? document.getElementById(place) : place;
  if (target === null) throw new Error(`FunCaptcha: no element ${String(place)}`);
  let token = '';
  let clear = (): void => undefined;

  const solve = (): void => {
    fillFields(target, config.variant.legacyFields, token);
    options.callback?.(token);
  };
  const show = (): void => {
    const frame = document.createElement('iframe');
    frame.id = 'fc-iframe-wrap';
    frame.title = config.variant.frameTitle;
    frame.style.cssText = 'width: 310px; height: 160px; border: 0;';
    frame.src = `${config.origin}/fc/gc/?token=${encodeURIComponent(token)}`;
    const receive = ({ type }: FrameMessage): void => {
      if (type === 'ready') options.loaded_callback?.();
      else if (type === 'solved') solve();
    };
    const { stop } = linkFrame(frame, config.origin, receive);
    target.appendChild(frame);
    clear = () => {
      stop();
      frame.remove();
    };
  };
  const begin = (given: string, suppressed: boolean): void => {
    token = given;
    fillFields(target, config.variant.legacyFields, token);
    if (suppressed) solve();
    else show();
  };
  const start = (): void => {
    clear();
    const { hash } = config.variant;
    askSession(config.origin, options.public_key, { site: location.origin, blob: options.data?.blob, hash })
      .then((reply) => begin(reply.token, reply.suppressed))
      .catch((error: unknown) => console.warn('FunCaptcha:', error));
  };
  if (options.session === undefined) start();
  else begin(options.session, false);
  return { refresh_session: start, getSessionToken: () => token };
};
