import { createLegacy, type LegacyConfig, type LegacyOptions } from './session.ts';

type Globals = Record<string, unknown>;

const callbackOf = (name: string | null): ((token: string) => void) | undefined => {
  // Looked up when it is called: pages define it after the script as well as before.
  if (!name) return undefined;
  return (token) => ((window as unknown as Globals)[name] as ((token: string) => void) | undefined)?.(token);
};

/** The key and session of markup, or nothing when there is none for us. facts/widgets.md 4.2. */
const readMarkup = (target: Element): LegacyOptions | undefined => {
  const key = target.getAttribute('data-pkey');
  const callback = callbackOf(target.getAttribute('data-callback'));
  const rest = { target_html: target, ...(callback === undefined ? {} : { callback }) };
  if (key) {
    const blob = target.getAttribute('data-blob');
    return { public_key: key, ...rest, ...(blob === null ? {} : { data: { blob } }) };
  }
  const session = document.querySelector<HTMLInputElement>('input#FunCaptcha-Token')?.value;
  const known = /\|pk=([^|]+)/.exec(session ?? '')?.[1];
  return session && known ? { public_key: known, ...rest, session } : undefined;
};

const renderLegacyMarkup = (config: LegacyConfig): void => {
  for (const target of document.querySelectorAll('#funcaptcha, #FunCaptcha')) {
    const options = readMarkup(target);
    if (options !== undefined && target.children.length === 0) createLegacy(config, options);
  }
};

/** The legacy script: `FunCaptcha`, with or without `new`, then the page's onload function, then markup. */
export const legacyMain = (config: LegacyConfig): void => {
  const page = window as unknown as Globals;
  // biome-ignore lint/complexity/useArrowFunction: pages call it with `new`, which an arrow function refuses.
  page['FunCaptcha'] = function (options: LegacyOptions) {
    return createLegacy(config, options);
  };
  const begin = (): void => {
    setTimeout(() => {
      const loaded = page[config.onload];
      if (typeof loaded === 'function') loaded();
      renderLegacyMarkup(config);
    }, config.variant.callbackDelayMs);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
};
