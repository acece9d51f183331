import { MatchPattern } from 'wxt/utils/match-patterns';
import { frames as funcaptcha } from './funcaptcha/frames';
import { frames as recaptcha } from './recaptcha/frames';

/** Match patterns of the vendors' own frames, in which nothing of ours runs: one line a kind. */
export const VENDOR_FRAMES: readonly string[] = [...recaptcha, ...funcaptcha];

const vendors = VENDOR_FRAMES.map((pattern) => new MatchPattern(pattern));

/** Whether a frame with this address is a vendor's. One without an address is not. */
export const isVendorFrame = (url: string): boolean =>
  URL.canParse(url) && vendors.some((pattern) => pattern.includes(url));

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
