import { type ImagePage, PICTURE_HOST } from '../images/page.ts';
import { backgroundOf, shapesOf } from '../images/svg.ts';
import { literal } from './assemble.ts';
import { answerField, image, imageForm, usual } from './image-parts.ts';

// Pictures that a script brings, draws, or changes; facts/widgets.md 6.1.

const canvas = '<canvas id="picture" width="150" height="50" class="captcha"></canvas>';

export const DRAW = `function draw(context, picture) {
  context.fillStyle = picture.background;
  context.fillRect(0, 0, 150, 50);
  picture.shapes.forEach(function (shape) {
    if (shape.fill) { context.fillStyle = shape.fill; context.fill(new Path2D(shape.d)); }
    if (shape.stroke) { context.strokeStyle = shape.stroke; context.stroke(new Path2D(shape.d)); }
  });
}`;

export const shapes = (svg: string): string => literal({ background: backgroundOf(svg), shapes: shapesOf(svg) });
export const inline = (code: string): string => `<script>${code}</script>`;
const FILLER = '<div style="height: 6000px">A long text.</div>';

/** Sets the address of the picture that stands in `data-later`. */
const LATER = `function later() { var it = find('picture'); if (!it.src) it.src = it.dataset.later; }`;

export const SCRIPTED = {
  blob: {
    title: 'A blob address',
    script: `ready(function () {
  fetch('/blob/picture.png').then(function (reply) { return reply.blob(); }).then(function (blob) {
    var url = URL.createObjectURL(blob);
    find('picture').onload = function () { URL.revokeObjectURL(url); };
    find('picture').src = url;
  });
});`,
    body: (view) => usual(view, image('')),
  },
  canvas: {
    title: 'A canvas',
    script: DRAW,
    body: (view) => usual(view, canvas) + inline(`draw(find('picture').getContext('2d'), ${shapes(view.make().svg)});`),
  },
  'canvas-offscreen': {
    title: 'A canvas drawn off the screen',
    script: DRAW,
    body: (view) =>
      usual(view, canvas) +
      inline(`draw(find('picture').transferControlToOffscreen().getContext('2d'), ${shapes(view.make().svg)});`),
  },
  'canvas-tainted': {
    title: 'A canvas with a picture of another host',
    script: `ready(function () {
  var source = new Image();
  source.onload = function () {
    find('picture').getContext('2d').drawImage(source, 0, 0);
    document.body.dataset.drawn = 'yes';
  };
  source.src = find('picture').dataset.source;
});`,
    body: (view) =>
      usual(view, canvas.replace('<canvas', `<canvas data-source="${view.address('png', { host: PICTURE_HOST })}"`)),
  },
  lazy: {
    title: 'Far below',
    body: (view) => FILLER + usual(view, image(view.address(), { loading: 'lazy' })),
  },
  'late-src': {
    title: 'An address that comes late',
    script: `${LATER}\nready(function () { setTimeout(later, 700); });`,
    body: (view) => usual(view, image('', { 'data-later': view.address() })),
  },
  'on-focus': {
    title: 'Shown when the field is used',
    script: `${LATER}
ready(function () {
  document.querySelector('[name="captcha"]').addEventListener('focus', function () { find('box').hidden = false; later(); });
});`,
    body: (view) =>
      imageForm(view, `${answerField()}<div id="box" hidden>${image('', { 'data-later': view.address() })}</div>`),
  },
  'refresh-click': {
    title: 'A click on the picture gives another',
    script: `ready(function () {
  find('picture').addEventListener('click', function () { this.src = window.fresh('/refresh-click/picture.png'); });
});`,
    body: (view) => usual(view, image(view.address(), { title: 'Click for another picture' })),
  },
  'refresh-link': {
    title: 'A link gives another picture',
    script: `ready(function () {
  find('another').addEventListener('click', function (event) {
    event.preventDefault();
    find('picture').src = window.fresh('/refresh-link/picture.png');
    document.querySelector('[name="captcha"]').value = '';
  });
});`,
    body: (view) => usual(view, `${image(view.address())} <a id="another" href="#">Another picture</a>`),
  },
  // No load but one: the dialog, its picture and the server's word come by script.
  spa: {
    title: 'A dialog that comes later',
    spec: { background: null },
    script: `function show() {
  fetch('/spa/picture.svg').then(function (reply) { return reply.text(); }).then(function (svg) {
    find('picture').innerHTML = svg;
  });
}
document.addEventListener('click', function (event) {
  if (event.target.id !== 'open') return;
  find('root').appendChild(find('dialog').content.cloneNode(true));
  show();
});
document.addEventListener('submit', function (event) {
  event.preventDefault();
  var body = new URLSearchParams(new FormData(event.target));
  fetch('/spa', { method: 'POST', headers: { accept: 'application/json' }, body: body })
    .then(function (reply) { return reply.json(); })
    .then(function (reply) {
      find('verdict').textContent = reply.success ? 'accepted' : 'rejected';
      if (reply.success) return;
      event.target.elements.captcha.value = '';
      show();
    });
});`,
    body: (view) => `<button id="open" type="button">Sign in</button><p id="verdict"></p><div id="root"></div>
<template id="dialog"><div role="dialog" aria-label="Sign in">${usual(view, '<div id="picture"></div>')}</div></template>`,
  },
} satisfies Record<string, ImagePage>;
