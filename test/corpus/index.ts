import { negatives } from './negatives/index.ts';
import type { Page } from './page.ts';
import { positives } from './positives/index.ts';

export const CORPUS: Page[] = [...positives, ...negatives];
