import type { ErrorFact } from './error-fact';
import { errorFact } from './errors';
import { serviceOf } from './registry';
import type { Service } from './service';

/** Where the person can put something right at a service, or null: nowhere, or nobody knows where. */
export function linkTo(service: Service, goTo: ErrorFact['goTo']): { label: string; url: string } | null {
  const url = goTo ? service[goTo] : null;
  return url === null ? null : { label: goTo === 'topUp' ? 'Top up' : 'Open dashboard', url };
}

/** The same for an error code of a service. */
export function linkForCode(code: string, serviceId: string): { label: string; url: string } | null {
  const service = serviceOf(serviceId);
  return service ? linkTo(service, errorFact(code, serviceId).goTo) : null;
}
