import { type ImagePage, PICTURE_HOST, type View } from '../images/page.ts';
import { image, imageForm } from './image-parts.ts';
import { DRAW, inline, shapes } from './image-scripted.ts';

// Nothing about these says captcha: only the person knows. Those that are sent as the screen shows them have their own size.

const SQUARE = { alt: '', width: '64', height: '64' };

const unnoticed = (draw: (view: View) => string, more: Partial<ImagePage> = {}): ImagePage => ({
  title: 'Numbers',
  slots: [{ name: 'a', field: 'x7' }],
  body: (view) => imageForm(view, `<div>${draw(view)}</div><p><input name="x7"></p>`),
  ...more,
});

export const UNNOTICED = {
  unnoticed: unnoticed((view) => image(view.address(), SQUARE)),
  'unnoticed-elsewhere': unnoticed((view) => image(view.address('png', { host: PICTURE_HOST }), { alt: '' })),
  'unnoticed-canvas': unnoticed(
    (view) =>
      '<canvas id="picture" width="150" height="50" style="width: 64px; height: 64px"></canvas>' +
      inline(`draw(find('picture').getContext('2d'), ${shapes(view.make().svg)});`),
    { script: DRAW },
  ),
  'unnoticed-background': unnoticed(
    (view) =>
      `<div id="picture" style="width: 150px; height: 50px; background: url('${view.address()}') 0 0 no-repeat"></div>`,
  ),
  'unnoticed-svg': unnoticed((view) =>
    // Without the commas that give svg-captcha away.
    view
      .make()
      .svg.replace(/viewBox="[^"]*"/, 'viewBox="0 0 150 50"')
      .replace('<svg', '<svg id="picture"'),
  ),
  'unnoticed-button': unnoticed(
    (view) => `<input type="image" id="picture" src="${view.address()}" alt="" width="150" height="50" name="x8">`,
  ),
} satisfies Record<string, ImagePage>;
