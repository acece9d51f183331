import type { View } from '../images/page.ts';

/** Keeps what happens to the fields in `window.calls`, and what the page did with its picture. */
export const IMAGE_SCRIPT = `
['input', 'change', 'submit'].forEach(function (type) {
  document.addEventListener(type, function (event) {
    var field = event.target;
    window.calls.push({ name: type, field: field.name, token: field.value, trusted: event.isTrusted, at: Date.now() });
  }, true);
});
function find(id) { return document.getElementById(id); }
function ready(run) { document.addEventListener('DOMContentLoaded', run); }
window.fresh = function (url) { return url + (url.indexOf('?') < 0 ? '?' : '&') + 't=' + Date.now(); };`;

interface FormParts {
  id?: string;
  more?: string;
}

/** A form that posts to its own page. */
export const imageForm = ({ name, error }: View, inner: string, { id = 'form', more = '' }: FormParts = {}): string =>
  `<form id="${id}" action="/${name}" method="post"${more}>
  ${error}
  <p><label>Name <input name="name" value="Ada"></label></p>
  ${inner}
  <p><button type="submit" class="send">Send</button></p>
</form>`;

/** The field for the answer. */
export const answerField = (name = 'captcha', more = ' maxlength="8"', label = 'Characters in the picture'): string =>
  `<p><label>${label} <input type="text" name="${name}" autocomplete="off"${more}></label></p>`;

/** An <img>; `id` is for tests, and says nothing about what it shows. */
export const image = (src: string, more: Record<string, string> = {}, id = 'picture'): string => {
  const all = { id, src, width: '150', height: '50', alt: 'captcha', ...more };
  return `<img ${Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}>`;
};

/** The usual form: a picture, and below it the field. */
export const usual = (view: View, picture: string, field = answerField()): string =>
  imageForm(view, `<div>${picture}</div>\n  ${field}`);
