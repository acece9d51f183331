import { type ImagePage, PICTURE_HOST } from '../images/page.ts';
import { dataUrlOf } from '../images/render.ts';
import { answerField, image, imageForm, usual } from './image-parts.ts';

// Where the bytes of a picture can come from; facts/widgets.md 6.1.

const elsewhere = { host: PICTURE_HOST } as const;
const percentEncoded = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
// Base64 may be broken into lines in the markup.
const inLines = (url: string): string => url.replace(/.{76}/g, '$&\n');

export const SOURCES = {
  plain: { title: 'Plain', body: (view) => usual(view, image(view.address())) },
  'svg-file': { title: 'An SVG file', body: (view) => usual(view, image(view.address('svg'))) },
  jpeg: { title: 'A JPEG file', body: (view) => usual(view, image(view.address('jpg'))) },
  gif: { title: 'An animated GIF', body: (view) => usual(view, image(view.address('gif'))) },
  'cross-origin': { title: 'Another host', body: (view) => usual(view, image(view.address('png', elsewhere))) },
  cors: {
    title: 'Another host that allows it',
    body: (view) =>
      usual(view, image(view.address('png', { ...elsewhere, query: 'cors=1' }), { crossorigin: 'anonymous' })),
  },
  'data-png': { title: 'A data address', body: (view) => usual(view, image(dataUrlOf(view.make(), 'png'))) },
  'data-svg': {
    title: 'A data address of SVG',
    body: (view) => usual(view, image(percentEncoded(view.make().svg))),
  },
  // Markup of Gregwar/Captcha: nothing in it says captcha but the text; section 6.2.
  gregwar: {
    title: 'Join us',
    slots: [{ name: 'a', field: 'phrase' }],
    body: (view) =>
      imageForm(
        view,
        `Copy the CAPTCHA: <img id="picture" src="${inLines(dataUrlOf(view.make(), 'jpg'))}">
  <p><input type="text" name="phrase"></p>`,
      ),
  },
  'inline-svg': {
    title: 'Inline SVG',
    spec: { background: null },
    body: (view) => usual(view, `<div id="picture">${view.make().svg}</div>`),
  },
  picture: {
    title: 'A picture element',
    body: (view) =>
      usual(
        view,
        `<picture><source type="image/gif" srcset="${view.address('gif')}">${image(view.address())}</picture>`,
      ),
  },
  background: {
    title: 'A background',
    body: (view) =>
      usual(
        view,
        `<div id="picture" class="captcha-image" role="img" aria-label="captcha"
    style="width: 150px; height: 50px; background: url('${view.address()}') 0 0 no-repeat"></div>`,
      ),
  },
  'input-image': {
    title: 'An image button',
    body: (view) =>
      usual(
        view,
        `<input type="image" id="picture" src="${view.address()}" alt="captcha" width="150" height="50" name="captcha_image">`,
      ),
  },
  object: {
    title: 'An object element',
    body: (view) =>
      usual(
        view,
        `<object id="picture" class="captcha" type="image/png" data="${view.address()}" width="150" height="50"></object>`,
      ),
  },
  'double-size': {
    title: 'Twice as large as shown',
    body: (view) => usual(view, image(view.address('png', { query: 'scale=2' }))),
  },
  'high-dpi': {
    title: 'For dense screens',
    body: (view) => {
      const srcset = `${view.address('png', { query: 'scale=2' })} 2x`;
      return usual(view, image('', { srcset, width: '', height: '' }));
    },
  },
  'field-first': {
    title: 'The field before the picture',
    body: (view) => imageForm(view, `${answerField()}<div>${image(view.address(), { alt: '' })}</div>`),
  },
  covered: {
    title: 'Something lies over the picture',
    body: (view) =>
      usual(
        view,
        `<div style="position: relative; width: 150px">${image(view.address('png', elsewhere))}
    <span style="position: absolute; left: 40px; bottom: 0; width: 60px; height: 12px; background: #c33"></span></div>`,
      ),
  },
} satisfies Record<string, ImagePage>;
