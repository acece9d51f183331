import { createHash } from 'node:crypto';
import type { Exchange } from '../server/exchange.ts';
import { createOffice, type Office, type Spec } from './office.ts';
import type { Picture } from './types.ts';

/** What the site knows of its visitors and of the pictures it has shown them. */
export interface Memory {
  office: Office;
  /** The visitor's session, and the header that begins one. */
  visit(exchange: Exchange): { session: string; headers: Record<string, string> };
  /** A new picture, whose answer is from now on the only one that counts. */
  renew(of: { page: string; slot: string; session: string; spec: Spec }): Picture;
  bound(session: string, page: string, slot: string): Picture | undefined;
  /** Notes who looks at a page. */
  open(page: string, session: string): void;
  visitor(page: string): string | undefined;
}

const COOKIE = /(?:^|;\s*)session=([0-9a-f]+)/;
const SESSION = /^[0-9a-f]{32}$/;

export const createMemory = (seed: number): Memory => {
  const office = createOffice(seed);
  const pictures = new Map<string, Picture>();
  const visitors = new Map<string, string>();
  let sessions = 0;
  const place = (session: string, page: string, slot: string): string => `${session}/${page}/${slot}`;
  return {
    office,
    visit: ({ headers, url }) => {
      // Hosts that get no cookie are told the session in the address.
      const known = url.searchParams.get('session') ?? COOKIE.exec(headers['cookie'] ?? '')?.[1];
      if (known !== undefined && SESSION.test(known)) return { session: known, headers: {} };
      sessions += 1;
      const session = createHash('md5').update(`${seed}/session/${sessions}`).digest('hex');
      return { session, headers: { 'set-cookie': `session=${session}; Path=/; HttpOnly; SameSite=Lax` } };
    },
    renew: (of) => {
      const before = pictures.get(place(of.session, of.page, of.slot));
      if (before?.state === 'open') before.state = 'replaced';
      const picture = office.make(of, Date.now());
      pictures.set(place(of.session, of.page, of.slot), picture);
      return picture;
    },
    bound: (session, page, slot) => pictures.get(place(session, page, slot)),
    open: (page, session) => visitors.set(page, session),
    visitor: (page) => visitors.get(page),
  };
};
