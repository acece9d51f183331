import { type ArkoseKey, arkosePage, dataOf } from './arkose-assemble.ts';
import { attribute, form, literal, type TestPage } from './assemble.ts';

// The callback reads the field rather than its argument, as most pages of this kind do. facts/widgets.md 4.2.
const CALLBACK = `
function legacySolved(argument) {
  var field = document.querySelector('#FunCaptcha-Token, #verification-token');
  window.note('argument')(argument);
  window.solved(field.value);
}`;

const tag = ({ host }: ArkoseKey, query = ''): string =>
  `<script src="https://${host}/fc/api/${query}" async defer></script>`;

/** `new FunCaptcha(options)`, or without `new`; "Again" gives the widget another session. */
export const legacyConstructor = (
  key: ArkoseKey,
  { blob, bare = false }: { blob?: string; bare?: boolean },
): TestPage =>
  arkosePage({
    title: 'Legacy, by call',
    script: `${CALLBACK}
function loadFunCaptcha() {
  window.legacy = ${bare ? '' : 'new '}FunCaptcha({
    public_key: ${literal(key.publicKey)}, target_html: 'CAPTCHA', ${dataOf(blob)}
    callback: legacySolved, loaded_callback: note('loaded')
  });
  document.getElementById('again').addEventListener('click', function () { window.legacy.refresh_session(); });
}`,
    body:
      form(key.publicKey, '<div id="CAPTCHA"></div><button type="button" id="again">Again</button>') +
      tag(key, '?onload=loadFunCaptcha'),
  });

/** `#funcaptcha[data-pkey]`, or with a capital letter each. */
export const legacyDeclarative = (key: ArkoseKey, id: 'funcaptcha' | 'FunCaptcha'): TestPage =>
  arkosePage({
    title: 'Legacy, declarative',
    script: CALLBACK,
    body:
      form(key.publicKey, `<div id="${id}" data-pkey="${key.publicKey}" data-callback="legacySolved"></div>`) +
      tag(key),
  });

/** The page's server has opened the session: its token is in the form from the start. */
export const legacyServer = (key: ArkoseKey, session: string): TestPage =>
  arkosePage({
    title: 'Legacy, from the server',
    script: CALLBACK,
    body:
      form(
        key.publicKey,
        `<div id="FunCaptcha" data-callback="legacySolved"></div>
  <input type="hidden" id="FunCaptcha-Token" name="fc-token" value="${attribute(session)}">
  <noscript><iframe title="Challenge" src="https://${key.host}/fc/api/nojs/?pkey=${key.publicKey}"></iframe></noscript>`,
      ) + tag(key),
  });
