import { assemble, attribute, form, type Loader, literal, type TestPage } from './assemble.ts';

const CALLBACKS = `callback: solved, 'expired-callback': expired, 'error-callback': failed`;
const EXPLICIT: Loader = { query: 'onload=loaded&render=explicit' };

/** Markup of a declarative checkbox; further data-* as given. */
export const box = (websiteKey: string, data: Record<string, string> = {}): string => {
  const all = {
    sitekey: websiteKey,
    callback: 'solved',
    'expired-callback': 'expired',
    'error-callback': 'failed',
    ...data,
  };
  const attributes = Object.entries(all).map(([name, value]) => ` data-${name}="${attribute(value)}"`);
  return `<div class="g-recaptcha"${attributes.join('')}></div>`;
};

/** As many declarative widgets as there are keys, each in a form of its own. */
export const declarative = (keys: readonly string[], loader: Loader = {}): TestPage =>
  assemble({
    title: 'Declarative',
    loader,
    body: keys.map((key, index) => form(key, box(key), `form-${index}`)).join('\n'),
  });

/** `render(element, params)`. */
export const explicitByElement = (key: string, more = ''): TestPage =>
  assemble({
    title: 'Explicit, by element',
    loader: EXPLICIT,
    script: `function loaded() {
  window.widget = grecaptcha.render(document.querySelector('#here'), { sitekey: ${literal(key)}, ${CALLBACKS} ${more} });
}`,
    body: form(key, '<div id="here"></div>'),
  });

/** `render('bare-id', params)`. */
export const explicitById = (key: string): TestPage =>
  assemble({
    title: 'Explicit, by id',
    loader: EXPLICIT,
    script: `function loaded() { window.widget = grecaptcha.render('here', { sitekey: ${literal(key)}, ${CALLBACKS} }); }`,
    body: form(key, '<div id="here"></div>'),
  });

/** Rendered while detached, appended afterwards, as React wrappers do. */
export const detached = (key: string): TestPage =>
  assemble({
    title: 'Detached, then appended',
    loader: EXPLICIT,
    script: `function loaded() {
  var holder = document.createElement('div');
  window.widget = grecaptcha.render(holder, { sitekey: ${literal(key)}, ${CALLBACKS} });
  setTimeout(function () { document.getElementById('here').appendChild(holder); }, 30);
}`,
    body: form(key, '<div id="here"></div>'),
  });

/** Rendered into the document of a same-origin iframe; the API stays in the outer window. */
export const intoFrame = (key: string): TestPage =>
  assemble({
    title: 'Into a same-origin frame',
    loader: EXPLICIT,
    script: `function loaded() {
  var inner = document.getElementById('inner').contentDocument;
  var form = document.getElementById('form');
  form.target = '_top';
  inner.body.appendChild(inner.adoptNode(form));
  window.widget = grecaptcha.render(inner.getElementById('here'), { sitekey: ${literal(key)}, ${CALLBACKS} });
}`,
    body: `${form(key, '<div id="here"></div>')}\n<iframe id="inner" title="inner" width="420" height="240"></iframe>`,
  });

/** Enterprise: its own script and namespace, an action and a one-time `s`. */
export const enterprise = (key: string, { action = 'login', s = 'one-time' } = {}): TestPage =>
  assemble({
    title: 'Enterprise',
    loader: { enterprise: true },
    body: form(key, box(key, { action, s })),
  });

/** The same declarative page from another vendor host, such as recaptcha.net. */
export const otherHost = (key: string, host: string): TestPage => declarative([key], { host });

/** An ordinary widget and an isolated one, whose ids begin at 100000. */
export const isolated = (first: string, second: string): TestPage =>
  assemble({
    title: 'Isolated',
    loader: EXPLICIT,
    script: `function loaded() {
  window.widget = grecaptcha.render('first', { sitekey: ${literal(first)}, ${CALLBACKS} });
  window.isolatedWidget = grecaptcha.render('second', { sitekey: ${literal(second)}, isolated: true, callback: note('isolated') });
}`,
    body: `${form(first, '<div id="first"></div>', 'form-0')}\n${form(second, '<div id="second"></div>', 'form-1')}`,
  });

/** A string callback that is a property name but no identifier: evaluating it breaks. */
export const oddCallback = (key: string): TestPage =>
  assemble({
    title: 'A callback name that is no identifier',
    script: `window['solved-0b1c.done(now)'] = note('solved');`,
    body: form(key, box(key, { callback: 'solved-0b1c.done(now)' })),
  });

/** The page brings its own `grecaptcha.ready` before the vendor's script, as the vendor's docs advise. */
export const ownStub = (key: string): TestPage =>
  assemble({
    title: 'Own stub first',
    loader: { query: 'render=explicit' },
    script: `if (typeof grecaptcha === 'undefined') grecaptcha = {};
grecaptcha.ready = function (fn) {
  if (typeof grecaptcha.render === 'function') return fn();
  window.___grecaptcha_cfg = window.___grecaptcha_cfg || {};
  (window.___grecaptcha_cfg.fns = window.___grecaptcha_cfg.fns || []).push(fn);
};
grecaptcha.ready(function () {
  window.widget = grecaptcha.render('here', { sitekey: ${literal(key)}, ${CALLBACKS} });
});`,
    body: form(key, '<div id="here"></div>'),
  });
