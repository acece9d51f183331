import { frames as funcaptcha } from './funcaptcha/frames';
import { frames as recaptcha } from './recaptcha/frames';

/** Match patterns of the vendors' own frames, in which nothing of ours runs: one line a kind. */
export const VENDOR_FRAMES: readonly string[] = [...recaptcha, ...funcaptcha];

/** The same as sources of regular expressions for whole addresses, which both browsers filter navigations by. */
export const VENDOR_ADDRESSES: readonly string[] = VENDOR_FRAMES.map(matching);

/** `*://host/path` of the web, where host may begin with `*.` and path have any `*`. Throws at any other pattern. */
export function matching(pattern: string): string {
  const [, any, host, path] = /^\*:\/\/(\*\.)?([^/]+)(\/.*)$/.exec(pattern) ?? [];
  if (!host || !path) throw new Error(`No pattern for vendors' frames: ${pattern}`);
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const hosts = host === '*' ? '[^/]+' : `${any ? '([^/]+\\.)?' : ''}${literal(host)}(:\\d+)?`;
  return `^https?://${hosts}${literal(path).replaceAll('*', '.*')}$`;
}

const everyPage = {
  matches: ['http://*/*', 'https://*/*'],
  exclude_matches: [...VENDOR_FRAMES],
  match_about_blank: true,
  match_origin_as_fallback: true,
  run_at: 'document_start' as const,
};

/** The manifest's content scripts. The recorder first: the scout hands it the line. */
export const contentScripts = [
  { ...everyPage, js: ['recorder.js'], all_frames: true, world: 'MAIN' as const },
  { ...everyPage, js: ['scout.js'], all_frames: false },
];
