import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Sandbox } from '../sandbox/types.ts';

const TOLD = 'https://event-page.test';

/** Runs before the extension's own code: nothing else tells from outside that an event page has started or failed. */
const TELLING = `
fetch('${TOLD}/starts').catch(() => undefined);
for (const type of ['error', 'unhandledrejection'])
  addEventListener(type, ({ reason, message }) =>
    fetch('${TOLD}/fails', { method: 'POST', body: String(reason ?? message) }).catch(() => undefined));
`;

/** Lets the event page of a copy of the extension tell the sandbox of its starts and faults. */
export async function letTell(folder: string): Promise<void> {
  const file = join(folder, 'background.js');
  await writeFile(file, TELLING + (await readFile(file, 'utf8')));
}

const told = ({ sites }: Sandbox, path: string) =>
  sites.requests.filter(({ host, path: asked }) => host === new URL(TOLD).host && asked === path);

export const startsOf = (sandbox: Sandbox): number => told(sandbox, '/starts').length;
export const faultsOf = (sandbox: Sandbox): string[] => told(sandbox, '/fails').map(({ body }) => body);

type Packet = Record<string, unknown> & { from?: string; error?: string; message?: string };

/** The debugging protocol's framing: the length in bytes, a colon, JSON. */
function packetsIn(data: Buffer): { packets: Packet[]; rest: Buffer } {
  const packets: Packet[] = [];
  let rest = data;
  for (;;) {
    const colon = rest.indexOf(':');
    const end = colon + 1 + Number(rest.subarray(0, Math.max(colon, 0)).toString());
    if (colon < 0 || rest.length < end) return { packets, rest };
    packets.push(JSON.parse(rest.subarray(colon + 1, end).toString()) as Packet);
    rest = rest.subarray(end);
  }
}

interface Addon {
  id: string;
  actor: string;
  backgroundScriptStatus?: string;
}

/** Asks for the end of the event page as the button in about:debugging does. Answers whether it is stopped. */
export async function stopEventPage(debuggerPort: number, extensionId: string): Promise<boolean> {
  const socket = connect(debuggerPort, '127.0.0.1');
  const waiting = new Map<string, (packet: Packet) => void>();
  let data: Buffer = Buffer.alloc(0);
  socket.on('data', (more: Buffer) => {
    const { packets, rest } = packetsIn(Buffer.concat([data, more]));
    data = rest;
    for (const packet of packets) waiting.get(packet.from ?? '')?.(packet);
  });
  const heard = (from: string) =>
    new Promise<Packet>((resolve, reject) => {
      socket.once('error', reject);
      waiting.set(from, (packet) => (packet.error ? reject(new Error(JSON.stringify(packet))) : resolve(packet)));
    });
  const ask = (to: string, type: string) => {
    const text = JSON.stringify({ to, type });
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    return heard(to);
  };
  try {
    await heard('root');
    const find = async (): Promise<Addon> => {
      const { addons } = (await ask('root', 'listAddons')) as { addons?: Addon[] };
      const addon = addons?.find(({ id }) => id === extensionId);
      if (!addon) throw new Error(`Firefox's debugger knows no add-on ${extensionId}`);
      return addon;
    };
    await ask((await find()).actor, 'terminateBackgroundScript');
    return (await find()).backgroundScriptStatus === 'STOPPED';
  } finally {
    socket.destroy();
  }
}
