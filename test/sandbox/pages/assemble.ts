/** A page as `sites.page(url, html, headers)` takes it. */
export interface TestPage {
  html: string;
  headers: Record<string, string>;
}

export interface Loader {
  /** Host of the vendor's script. */
  host?: string;
  enterprise?: boolean;
  /** Query of the vendor's script, without the question mark. */
  query?: string;
}

export interface Parts {
  title: string;
  body: string;
  /** The page's own script, after the recorder of calls. */
  script?: string;
  /** Runs before anything else on the page. */
  first?: string;
  loader?: Loader | null;
  nonce?: string;
  headers?: Record<string, string>;
}

// Every invocation is kept in `window.calls`, so that a test can tell once from twice.
const RECORDER = `
window.calls = [];
window.note = function (name) { return function (token) { window.calls.push({ name: name, token: token, at: Date.now() }); }; };
window.solved = window.note('solved');
window.expired = window.note('expired');
window.failed = window.note('failed');
/* A badge may live outside the form: the token then goes along in a field of the page's own. */
window.keep = function (form, token) {
  var fields = form.querySelectorAll('[name="g-recaptcha-response"]');
  for (var i = 0; i < fields.length; i++) if (fields[i].value) return;
  var field = document.createElement('input');
  field.type = 'hidden'; field.name = 'g-recaptcha-response'; field.value = token;
  form.appendChild(field);
};`;

export const attribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A string as a literal inside an inline script. */
export const literal = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A form that posts to /submit, with the site key so that the answer is checked against the right one. */
export const form = (websiteKey: string, inner: string, id = 'form'): string =>
  `<form id="${id}" action="/submit" method="post">
  <input type="hidden" name="sitekey" value="${attribute(websiteKey)}">
  <label>Name <input name="name" value="Ada"></label>
  ${inner}
  <button type="submit" class="send">Send</button>
</form>`;

const loaderTag = (loader: Loader, nonce: string): string => {
  const { host = 'www.google.com', enterprise = false, query = '' } = loader;
  const url = `https://${host}/recaptcha/${enterprise ? 'enterprise' : 'api'}.js${query === '' ? '' : `?${query}`}`;
  return `<script src="${attribute(url)}" async defer${nonce}></script>`;
};

/** Puts a page together. */
export const assemble = (parts: Parts): TestPage => {
  const nonce = parts.nonce === undefined ? '' : ` nonce="${parts.nonce}"`;
  const inline = (code: string): string => `<script${nonce}>${code}\n</script>`;
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${attribute(parts.title)}</title>
${parts.first === undefined ? '' : inline(parts.first)}
${inline(`${RECORDER}\n${parts.script ?? ''}`)}
${parts.loader === null ? '' : loaderTag(parts.loader ?? {}, nonce)}
</head><body><h1>${attribute(parts.title)}</h1>
${parts.body}
</body></html>`;
  return { html, headers: parts.headers ?? {} };
};
