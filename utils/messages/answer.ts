import type { z } from 'zod';
import { browser } from '#imports';
import { type UiProtocol, uiRequests } from './ui';
import { onAsk } from './ui-send';

type Name = keyof UiProtocol;
type Request<N extends Name> = z.infer<(typeof uiRequests)[N]>;
type Reply<N extends Name> = ReturnType<UiProtocol[N]>;

/** Settles who speaks and what was said before a handler sees either: only pages of this extension are answered. */
export function answer<N extends Name>(name: N, handle: (request: Request<N>) => Promise<Reply<N>>): void {
  const own = browser.runtime.getURL('/');
  onAsk(name, (async ({ data, sender }: { data: unknown; sender: { id?: string; url?: string } }) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(own)) throw new Error(`${name}: foreign sender`);
    return handle(uiRequests[name].parse(data) as Request<N>);
  }) as never);
}
