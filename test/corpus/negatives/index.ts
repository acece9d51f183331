import type { Page } from '../page.ts';
import { captchaLike } from './captcha-like.ts';
import { codes } from './codes.ts';
import { pagesOf } from './families.ts';
import { ordinary } from './ordinary.ts';
import { wholePages } from './whole-pages.ts';

export const negatives: Page[] = [...[...codes, ...ordinary].flatMap(pagesOf), ...captchaLike, ...wholePages];
