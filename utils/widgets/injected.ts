import { frames as funcaptcha } from './funcaptcha/frames';
import { frames as recaptcha } from './recaptcha/frames';

const everyFrame = {
  matches: ['http://*/*', 'https://*/*'],
  // Nothing of ours runs inside a vendor's frame: one line a kind.
  exclude_matches: [...recaptcha, ...funcaptcha],
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
  run_at: 'document_start' as const,
};

/** The manifest's content scripts: the scout first, so that it hears the recorder's first word. */
export const contentScripts = [
  { ...everyFrame, js: ['scout.js'] },
  { ...everyFrame, js: ['recorder.js'], world: 'MAIN' as const },
];
