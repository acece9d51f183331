/** Registry of page parts: what of each kind runs in the page's world, one line a kind. */
import type { Hooks } from '../page/hooks';
import type { Answerer, Recorder } from '../page/line';
import { funcaptchaPage } from './funcaptcha/page';
import type { Kind } from './kinds';
import { recaptchaPage } from './recaptcha/page';

type PagePart = (recorder: Recorder, hooks: Hooks) => Answerer;

export const PAGE_PARTS: Partial<Record<Kind, PagePart>> = {
  recaptcha: recaptchaPage as PagePart,
  funcaptcha: funcaptchaPage as PagePart,
};
