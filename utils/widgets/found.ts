/** Registry of what runs in every frame: one line a kind in each table. */
import type { ApiTable, Find } from './find';
import * as funcaptcha from './funcaptcha/find';
import * as image from './image/find';
import type { Kind } from './kinds';
import * as recaptcha from './recaptcha/find';

export const FINDS: Record<Kind, Find> = { recaptcha: recaptcha.find, funcaptcha: funcaptcha.find, image: image.find };
export const GLOBALS: ApiTable = recaptcha.globals;
