import type { Certificate } from '../server/certificate.ts';
import type { Exchange, Handler, Reply } from '../server/exchange.ts';
import { serviceFor } from '../server/hosts.ts';
import { type Listener, listen } from '../server/listen.ts';
import { notFound } from '../server/reply.ts';
import type { ServiceControl, ServiceId } from '../types.ts';
import { DIALECTS } from './dialects.ts';
import { createService, type ServiceOptions } from './service.ts';

export interface BoardOptions extends Omit<ServiceOptions, 'origin'> {
  certificate: Certificate;
  /** The sandbox's own port: CapMonster's for Node. */
  port: number;
}

export interface Board {
  services: Record<ServiceId, ServiceControl>;
  /** Answers for the services' hosts. */
  handle: Handler;
  close(): Promise<void>;
}

/** All services. Node cannot choose a host name on loopback, so the others have a port each besides. */
export const createBoard = async ({ certificate, port, ...shared }: BoardOptions): Promise<Board> => {
  const listeners: Listener[] = [];
  const handlers = new Map<ServiceId, Handler>();
  const answerFor = (id: ServiceId | undefined, exchange: Exchange): Reply | Promise<Reply> =>
    (id === undefined ? undefined : handlers.get(id))?.(exchange) ?? notFound();

  const open = async (id: ServiceId): Promise<[ServiceId, ServiceControl]> => {
    let at = port;
    if (id !== 'capmonster') {
      const listener = await listen(0, certificate, (exchange) => answerFor(id, exchange));
      listeners.push(listener);
      at = listener.port;
    }
    const { control, handle } = createService(id, { ...shared, origin: `http://127.0.0.1:${at}` });
    handlers.set(id, handle);
    return [id, control];
  };

  const opened = await Promise.all(Object.keys(DIALECTS).map((id) => open(id as ServiceId)));
  return {
    services: Object.fromEntries(opened) as Record<ServiceId, ServiceControl>,
    handle: (exchange) => answerFor(serviceFor(exchange.host), exchange),
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
};
