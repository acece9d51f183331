import type { Page } from '../page.ts';
import { combined } from './combined.ts';
import { languages } from './languages.ts';
import { odd } from './odd.ts';

export const positives: Page[] = [...combined, ...languages, ...odd];
