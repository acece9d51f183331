import type { ErrorFact } from './error-fact';
import type { Service } from './service';

/** Where a sentence of the error tables names the service. */
const PLACE = /\{service\}/g;

type Named = Pick<Service, 'label' | 'base'>;

/** A sentence of the tables with the service in its place: a person who has several must see which one it is about. */
export function worded(text: string, service?: Named): string {
  const name = service ? (service.base === null ? 'your custom service' : service.label) : 'the service';
  const begins = (at: number) => at === 0 || text.slice(0, at).endsWith('. ');
  return text.replace(PLACE, (_, at: number) => (begins(at) ? name.charAt(0).toUpperCase() + name.slice(1) : name));
}

/** A fact of the tables as the person reads it. */
export const said = <F extends Pick<ErrorFact, 'message' | 'advice'>>(fact: F, service?: Named): F => ({
  ...fact,
  message: worded(fact.message, service),
  advice: worded(fact.advice, service),
});
