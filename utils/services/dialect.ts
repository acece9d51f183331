import { custom } from './custom';
import { SERVICES, serviceOf } from './registry';
import type { Service } from './service';

/** The dialects that a custom service may speak. */
export const DIALECTS: readonly { id: string; label: string }[] = SERVICES.filter(({ base }) => base !== null).map(
  ({ id, label }) => ({ id, label }),
);

/** The service as it is to be spoken to: the custom one takes all but its own name and links from its dialect. */
export function speaking(service: Service, dialect: string | undefined): Service {
  const model = dialect === undefined || service.id !== custom.id ? undefined : serviceOf(dialect);
  if (!model || model.base === null) return service;
  const { id, label, base, keyHint, dashboard, topUp } = service;
  return { ...model, id, label, base, keyHint, dashboard, topUp };
}
