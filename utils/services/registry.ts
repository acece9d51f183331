import { capmonster } from './capmonster';
import { custom } from './custom';
import type { Service } from './service';

/** Every service, in the order in which a person sees them: one line each. */
export const SERVICES: readonly Service[] = [capmonster, custom];

export const serviceOf = (id: string): Service | undefined => SERVICES.find((service) => service.id === id);
