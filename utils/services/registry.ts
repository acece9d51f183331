import { twoCaptcha } from './2captcha';
import { anticaptcha } from './anticaptcha';
import { brocapgpt } from './brocapgpt';
import { capkill } from './capkill';
import { capmonster } from './capmonster';
import { capsolver } from './capsolver';
import { captcha69 } from './captcha69';
import { custom } from './custom';
import type { Service } from './service';

/** Every service, in the order in which a person sees them: one line each. */
export const SERVICES: readonly Service[] = [
  capmonster,
  brocapgpt,
  capkill,
  captcha69,
  anticaptcha,
  twoCaptcha,
  capsolver,
  custom,
];

export const serviceOf = (id: string): Service | undefined => SERVICES.find((service) => service.id === id);

/** Match patterns for the manifest: the addresses to which a key is ever sent, custom ones aside. */
export const hostPatterns = (): string[] => SERVICES.flatMap(({ base }) => (base === null ? [] : [`${base}/*`]));
