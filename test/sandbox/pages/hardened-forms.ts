import { assemble, form, literal, type TestPage } from './assemble.ts';
import { box } from './checkbox-forms.ts';

const NONCE = 'c2FuZGJveC1ub25jZQ';
const VENDOR_FRAMES = 'https://www.google.com/recaptcha/';

const policy = (directives: Record<string, string>): Record<string, string> => ({
  'content-security-policy': Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
});

const STRICT = {
  'default-src': "'none'",
  'script-src': `'nonce-${NONCE}'`,
  'style-src': "'none'",
  'frame-src': VENDOR_FRAMES,
  'form-action': "'self'",
  'base-uri': "'none'",
  'connect-src': "'self'",
  'img-src': "'self'",
};

/** A nonce and nothing else: no inline script, no inline style, no eval, frames of the vendor alone. */
export const strictCsp = (key: string): TestPage =>
  assemble({ title: 'Strict CSP', nonce: NONCE, headers: policy(STRICT), body: form(key, box(key)) });

/** Trusted Types enforced; the vendor's script is asked for its own policy by `trustedtypes=true`. */
export const trustedTypes = (key: string): TestPage =>
  assemble({
    title: 'Trusted Types',
    nonce: NONCE,
    headers: policy({ ...STRICT, 'require-trusted-types-for': "'script'", 'trusted-types': 'recaptcha' }),
    loader: { query: 'trustedtypes=true&onload=loaded&render=explicit' },
    script: `function loaded() { window.widget = grecaptcha.render('here', { sitekey: ${literal(key)}, callback: solved }); }`,
    body: form(key, '<div id="here"></div>'),
  });

/** Prototypes frozen as SES does, and look-ups replaced as MooTools did (google/recaptcha#376). */
export const frozen = (key: string): TestPage =>
  assemble({
    title: 'Frozen prototypes',
    first: `(function () {
  var find = Document.prototype.querySelector;
  Document.prototype.querySelector = function (selector) {
    window.overridden = (window.overridden || 0) + 1;
    return /recaptcha/.test(selector) ? null : find.call(this, selector);
  };
  Document.prototype.querySelectorAll = function () { window.overridden = (window.overridden || 0) + 1; return []; };
  Element.prototype.querySelector = function () { return null; };
  Array.prototype.extra = function () { return 'enumerable'; };
  [Object, Array, Function, String, Promise, Map, EventTarget, Node, Element, HTMLElement, HTMLTextAreaElement].forEach(
    function (one) { Object.freeze(one.prototype); Object.freeze(one); });
})();`,
    body: form(key, box(key)),
  });
