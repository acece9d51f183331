import type { Exchange, Reply } from '../server/exchange.ts';
import { answer, json } from '../server/reply.ts';
import { encodePng } from './formats/png.ts';
import type { Memory } from './memory.ts';
import { PLAIN, type Spec } from './office.ts';
import { type ImagePage, PICTURE_HOST, SITE_HOST } from './page.ts';
import { createRaster } from './raster.ts';
import { type Extension, fileOf } from './render.ts';
import type { Picture, PictureGet } from './types.ts';

export interface RouteMeans {
  memory: Memory;
  pages: Readonly<Record<string, ImagePage>>;
  gets: PictureGet[];
}

const ICON_SIZE = 32;
const BY_SESSION = /^\/([\w-]+)\/picture\.(png|gif|jpg|svg)$/;
// Addresses of one picture each; facts/widgets.md 6.2.
const BY_KEY = [
  /^\/captcha\/image\/([0-9a-f]{40})\/$/,
  /^\/wiki\/index\.php\?title=Special:Captcha\/image&wpCaptchaId=(\d+)$/,
  /^\/wp-content\/uploads\/wpcf7_captcha\/(\d+)\.png$/,
];
const SECURIMAGE = '/securimage/securimage_show.php';

export const specOf = (page: ImagePage | undefined): Spec => ({ ...PLAIN, ...page?.spec });

/** The addresses of pictures, and what the libraries of section 6.2 ask for a new one. */
export const createRoutes = ({ memory, pages, gets }: RouteMeans): ((exchange: Exchange) => Reply | undefined) => {
  const give = (exchange: Exchange, picture: Picture, extension: Extension, more: Record<string, string>): Reply => {
    const { at, url, headers } = exchange;
    const { page, slot, session, id } = picture;
    gets.push({ at, url: url.href, page, slot, session, id, destination: headers['sec-fetch-dest'] ?? '' });
    const file = fileOf(picture, extension, Number(url.searchParams.get('scale') ?? 1));
    const cors = url.searchParams.has('cors') ? { 'access-control-allow-origin': `https://${SITE_HOST}` } : {};
    const fresh = { 'cache-control': 'no-store' };
    return { status: 200, headers: { ...file.headers, ...fresh, ...cors, ...more }, body: file.body };
  };

  const renewed = (exchange: Exchange, page: string, extension: Extension): Reply | undefined => {
    if (pages[page] === undefined) return undefined;
    const { session, headers } = memory.visit(exchange);
    const slot = exchange.url.searchParams.get('slot') ?? 'a';
    return give(exchange, memory.renew({ page, slot, session, spec: specOf(pages[page]) }), extension, headers);
  };

  const bySession = (exchange: Exchange): Reply | undefined => {
    if (exchange.url.pathname === SECURIMAGE) return renewed(exchange, 'securimage', 'png');
    const [, page = '', extension] = BY_SESSION.exec(exchange.url.pathname) ?? [];
    return extension === undefined ? undefined : renewed(exchange, page, extension as Extension);
  };

  const byKey = (exchange: Exchange): Reply | undefined => {
    const key = BY_KEY.map((route) => route.exec(exchange.path)?.[1]).find((found) => found !== undefined);
    if (key === undefined) return undefined;
    const picture = memory.office.find(key);
    // An expired key of django-simple-captcha is answered with 410.
    return picture === undefined ? answer('text/plain', 'Gone', {}, 410) : give(exchange, picture, 'png', {});
  };

  const another = (exchange: Exchange, page: string): Picture => {
    const { session } = memory.visit(exchange);
    return memory.renew({ page, slot: 'a', session, spec: specOf(pages[page]) });
  };
  const refreshes: Record<string, (exchange: Exchange) => Reply> = {
    '/captcha/refresh/': (exchange) => {
      const { key } = another(exchange, 'django');
      return json({ key, image_url: `/captcha/image/${key}/` });
    },
    '/wiki/api.php': (exchange) => json({ fancycaptchareload: { index: String(another(exchange, 'mediawiki').id) } }),
    '/wp-json/contact-form-7/v1/contact-forms/1/refill': (exchange) =>
      json({ captcha: { 'captcha-1': `/wp-content/uploads/wpcf7_captcha/${another(exchange, 'cf7').id}.png` } }),
    '/icon.png': () => answer('image/png', encodePng(createRaster(ICON_SIZE, ICON_SIZE, [60, 120, 200, 255]))),
  };

  return (exchange) => {
    if (exchange.host !== SITE_HOST && exchange.host !== PICTURE_HOST) return undefined;
    return refreshes[exchange.url.pathname]?.(exchange) ?? bySession(exchange) ?? byKey(exchange);
  };
};
