import { assemble, attribute, form, literal, type TestPage } from './assemble.ts';

export interface ArkoseKey {
  publicKey: string;
  host: string;
}

export const FIELD = '<input type="hidden" name="arkose_token">';
export const TRIGGER = '<button type="button" class="ask" id="ask">Verify</button>';

// What all pages of this vendor share. `handlers(formId, more)` are recording callbacks; `more` runs after its namesake.
const SHARED = `
window.fill = function (id, token) { document.getElementById(id).elements.arkose_token.value = token; };
window.handlers = function (id, more) {
  var all = {};
  ['Ready', 'Show', 'Shown', 'Suppress', 'Completed', 'Reset', 'Hide', 'Error', 'Failed'].forEach(function (name) {
    all['on' + name] = function (response) {
      if (name === 'Completed') { window.fill(id, response.token); window.solved(response.token); }
      else window.note(name.toLowerCase())(name === 'Error' ? response.error.error : response && response.token);
      if (more && more['on' + name]) more['on' + name](response);
    };
  });
  return all;
};`;

/** The vendor's script element. */
export const apiTag = ({ publicKey, host }: ArkoseKey, callback: string): string =>
  `<script src="https://${host}/v2/${publicKey}/api.js" data-callback="${attribute(callback)}" async defer></script>`;

export interface ArkoseParts {
  title: string;
  /** Code of the page; `handlers`, `fill` and the recorder are there. */
  script: string;
  body: string;
}

export const arkosePage = ({ title, script, body }: ArkoseParts): TestPage =>
  assemble({ title, loader: null, script: SHARED + script, body });

/** A form that carries the token in a field of the page's own. */
export const arkoseForm = ({ publicKey }: ArkoseKey, inner = TRIGGER, id = 'form'): string =>
  form(publicKey, `${FIELD}${inner}`, id);

/** `data: { blob }`, or nothing, as source text. */
export const dataOf = (blob: string | undefined): string =>
  blob === undefined ? '' : `data: { blob: ${literal(blob)} },`;
