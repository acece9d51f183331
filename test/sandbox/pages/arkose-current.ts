import { type ArkoseKey, apiTag, arkoseForm, arkosePage, dataOf, TRIGGER } from './arkose-assemble.ts';
import { literal, type TestPage } from './assemble.ts';

const AGAIN = '<button type="button" id="again">Again</button>';

/** Lightbox; a click on the trigger element runs it. */
export const lightbox = (key: ArkoseKey, blob?: string): TestPage =>
  arkosePage({
    title: 'Lightbox',
    script: `function setup(enforcement) {
  window.enforcement = enforcement;
  enforcement.setConfig(Object.assign({ selector: '#ask', mode: 'lightbox', ${dataOf(blob)} }, handlers('form')));
}`,
    body: arkoseForm(key) + apiTag(key, 'setup'),
  });

/** Inline; with `run` the page calls run() itself as soon as it may. */
export const inline = (key: ArkoseKey, { blob, run = false }: { blob?: string; run?: boolean } = {}): TestPage =>
  arkosePage({
    title: 'Inline',
    script: `function setup(enforcement) {
  window.enforcement = enforcement;
  var more = ${run ? '{ onReady: function () { enforcement.run(); } }' : '{}'};
  enforcement.setConfig(Object.assign({ selector: '#here', mode: 'inline', ${dataOf(blob)} }, handlers('form', more)));
}`,
    body: arkoseForm(key, '<div id="here"></div>') + apiTag(key, 'setup'),
  });

/** Two keys, each with its script, its callback and its form. */
export const twoKeys = (keys: readonly ArkoseKey[]): TestPage =>
  arkosePage({
    title: 'Two keys',
    script: keys
      .map(
        (_, nth) => `function setup_${nth}(enforcement) {
  enforcement.setConfig(Object.assign({ selector: '#ask-${nth}', mode: 'lightbox' }, handlers('form-${nth}')));
}`,
      )
      .join('\n'),
    body: keys
      .map((key, nth) => {
        const trigger = `<button type="button" class="ask" id="ask-${nth}">Verify</button>`;
        return arkoseForm(key, trigger, `form-${nth}`) + apiTag(key, `setup_${nth}`);
      })
      .join('\n'),
  });

const insertScript = ({ publicKey, host }: ArkoseKey): string => `
  var script = document.createElement('script');
  script.type = 'text/javascript'; script.async = true; script.defer = true;
  script.src = ${literal(`https://${host}/v2/${publicKey}/api.js`)};`;

/** A callback with a made-up name that is gone after its first call, and a form whose submission runs the check. */
export const deletedCallback = (key: ArkoseKey, blob: string): TestPage =>
  arkosePage({
    title: 'A callback that is deleted',
    script: `document.addEventListener('DOMContentLoaded', function () {
  var name = '_initChallenge_' + Math.random().toString(36).slice(2);
  var form = document.getElementById('form');
  window[name] = function (enforcement) {
    delete window[name];
    enforcement.setConfig(Object.assign({ mode: 'lightbox', ${dataOf(blob)} },
      handlers('form', { onCompleted: function () { form.submit(); } })));
    form.addEventListener('submit', function (event) { event.preventDefault(); enforcement.run(); });
    window.note('setup')('');
  };${insertScript(key)}
  script.setAttribute('data-callback', name);
  document.head.appendChild(script);
});`,
    body: arkoseForm(key, ''),
  });

/** The callback is assigned once the script has loaded, as in the vendor's example for React. */
export const lateCallback = (key: ArkoseKey): TestPage =>
  arkosePage({
    title: 'A callback that comes late',
    script: `document.addEventListener('DOMContentLoaded', function () {${insertScript(key)}
  script.setAttribute('data-callback', 'setupLater');
  script.onload = function () {
    window.setupLater = function (enforcement) {
      enforcement.setConfig(Object.assign({ selector: '#ask', mode: 'lightbox' }, handlers('form')));
    };
  };
  document.body.appendChild(script);
});`,
    body: arkoseForm(key),
  });

/** "Again" resets; after each reset the page fetches a fresh blob and gives it to a second setConfig. */
export const refreshBlob = (key: ArkoseKey, blob: string): TestPage =>
  arkosePage({
    title: 'A fresh blob after each reset',
    script: `function setup(enforcement) {
  function refresh() {
    fetch(${literal(`/blob/${key.publicKey}`)}).then(function (response) { return response.json(); }).then(function (fresh) {
      enforcement.setConfig({ data: { blob: fresh.blob } });
      window.note('refreshed')('');
    });
  }
  window.enforcement = enforcement;
  enforcement.setConfig(Object.assign({ selector: '#ask', mode: 'lightbox', ${dataOf(blob)} },
    handlers('form', { onReset: refresh })));
  document.getElementById('again').addEventListener('click', function () { enforcement.reset(); });
}`,
    body: arkoseForm(key, TRIGGER + AGAIN) + apiTag(key, 'setup'),
  });

/** "Again" resets, and so does the page itself after an error or a failure. */
export const resets = (key: ArkoseKey): TestPage =>
  arkosePage({
    title: 'Reset after an error',
    script: `function setup(enforcement) {
  function again() { enforcement.reset(); }
  window.enforcement = enforcement;
  enforcement.setConfig(Object.assign({ selector: '#ask', mode: 'lightbox' },
    handlers('form', { onError: again, onFailed: again })));
  document.getElementById('again').addEventListener('click', again);
}`,
    body: arkoseForm(key, TRIGGER + AGAIN) + apiTag(key, 'setup'),
  });

/** The vendor's hosted page in a frame; the parent reads its messages. */
export const hosted = ({ publicKey, host }: ArkoseKey, blob?: string): TestPage =>
  arkosePage({
    title: 'Hosted',
    script: `window.addEventListener('message', function (event) {
  if (event.origin !== ${literal(`https://${host}`)} || typeof event.data !== 'string') return;
  var message = JSON.parse(event.data);
  if (message.eventId === 'challenge-complete') {
    window.fill('form', message.payload.sessionToken);
    window.solved(message.payload.sessionToken);
  } else window.note(message.eventId)(message.payload && message.payload.sessionToken);
});`,
    body: arkoseForm(
      { publicKey, host },
      `<iframe id="hosted" title="Challenge" width="340" height="260"
  src="https://${host}/${publicKey}/index.html?mkt=en${blob === undefined ? '' : `&amp;data=${encodeURIComponent(blob)}`}"></iframe>`,
    ),
  });
