/** Registry of what runs in every frame: one line a kind in each table. */
import type { ApiTable, Find } from './find';
import type { Kind } from './kinds';
import * as recaptcha from './recaptcha/find';

export const FINDS: Record<Kind, Find> = { recaptcha: recaptcha.find };
export const GLOBALS: ApiTable = { ...recaptcha.globals };
