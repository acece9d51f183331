import { assemble, attribute } from '../pages/assemble.ts';
import { IMAGE_PAGES } from '../pages/image-catalogue.ts';
import { IMAGE_SCRIPT } from '../pages/image-parts.ts';
import type { Exchange, Reply } from '../server/exchange.ts';
import { html, json } from '../server/reply.ts';
import { createMemory } from './memory.ts';
import { type ImagePage, PICTURE_HOST, SITE_HOST, type View } from './page.ts';
import { createReader, type ReadPicture } from './reader.ts';
import { rasterOf } from './render.ts';
import { createRoutes, specOf } from './routes.ts';
import type { ImageControl } from './types.ts';
import { verify } from './verify.ts';

const WRONG = 'The characters do not match the picture.';

const wantsJson = ({ headers }: Exchange): boolean => (headers['accept'] ?? '').startsWith('application/json');

export interface ImageSite {
  control: ImageControl;
  /** undefined: not of this site. */
  handle(exchange: Exchange): Promise<Reply | undefined>;
  read: ReadPicture;
}

/** A site whose forms ask for the letters in a picture; facts/widgets.md 6. */
export const createImageSite = (seed: number): ImageSite => {
  const memory = createMemory(seed);
  // Pages elsewhere, by host and path.
  const guests = new Map<string, readonly [name: string, page: ImagePage]>();
  const control: ImageControl = {
    pictures: memory.office.pictures,
    gets: [],
    submissions: [],
    received: [],
    current: (page, slot = 'a') => {
      const picture = memory.bound(memory.visitor(page) ?? '', page, slot);
      return picture?.state === 'open' ? picture : undefined;
    },
    pixels: rasterOf,
    page: (url, name, body) => {
      const { host, pathname } = new URL(url);
      guests.set(`${host}${pathname}`, [name, { title: name, whole: true, body: (view) => body(view.make()) }]);
    },
    refuse: 0,
    reset: () => {
      for (const list of [control.gets, control.submissions, control.received]) list.length = 0;
    },
  };
  const route = createRoutes({ memory, pages: IMAGE_PAGES, gets: control.gets });
  const refused = new Map<string, number>();

  const show = (page: ImagePage, name: string, session: string, error: string): string => {
    memory.open(name, session);
    const view: View = {
      name,
      session,
      error: error === '' ? '' : `<p id="error" role="alert">${error}</p>`,
      make: (slot = 'a') => memory.renew({ page: name, slot, session, spec: specOf(page) }),
      address: (extension = 'png', { slot, host, query = '' } = {}) => {
        const asked = new URLSearchParams(query);
        if (slot !== undefined) asked.set('slot', slot);
        if (host === PICTURE_HOST) asked.set('session', session);
        const rest = asked.size === 0 ? '' : `?${asked}`;
        return attribute(`${host === undefined ? '' : `https://${host}`}/${name}/picture.${extension}${rest}`);
      },
    };
    if (page.whole === true) return page.body(view);
    const script = `${IMAGE_SCRIPT}\n${page.script ?? ''}`;
    return assemble({ title: page.title, loader: null, script, body: page.body(view) }).html;
  };

  // Asked for right answers alone.
  const mayPass = (page: ImagePage, name: string, session: string) => (): boolean => {
    const place = `${name}/${session}`;
    const before = refused.get(place) ?? 0;
    if (control.refuse <= 0 && before >= (page.refusals ?? 0)) return true;
    if (control.refuse > 0) control.refuse -= 1;
    else refused.set(place, before + 1);
    return false;
  };

  const post = async (exchange: Exchange, page: ImagePage, name: string, session: string): Promise<Reply> => {
    const asked = { page, name, session, mayPass: mayPass(page, name, session) };
    const submission = await verify(memory, asked, exchange);
    control.submissions.push(submission);
    const { success } = submission;
    if (wantsJson(exchange)) return json({ success, error: success ? '' : WRONG });
    const done = '<!DOCTYPE html><html lang="en"><title>Done</title><body><p id="verdict">accepted</p></body></html>';
    return html(success ? done : show(page, name, session, WRONG));
  };

  const pageAt = ({ host, url: { pathname } }: Exchange): readonly [name: string, page: ImagePage] | undefined => {
    if (host !== SITE_HOST) return guests.get(`${host}${pathname}`);
    const name = pathname.slice(1);
    const page = Object.hasOwn(IMAGE_PAGES, name) ? IMAGE_PAGES[name] : undefined;
    return page && [name, page];
  };

  const handle: ImageSite['handle'] = async (exchange) => {
    const picture = route(exchange);
    if (picture !== undefined) return picture;
    const found = pageAt(exchange);
    if (found === undefined) return undefined;
    const [name, page] = found;
    const { session, headers } = memory.visit(exchange);
    if (exchange.method === 'POST') return post(exchange, page, name, session);
    return html(show(page, name, session, ''), { ...headers, 'cache-control': 'no-store' });
  };
  return { control, handle, read: createReader(memory.office, control.received) };
};
