import { assemble, attribute, form, literal, type TestPage } from './assemble.ts';

const KEEP = `function finish(token) { solved(token); keep(document.getElementById('form'), token); }`;

// Its own button asks for the challenge; the form's own one sends it afterwards.
const ASK = '<button type="button" id="ask">Check me</button>';

/** `render(element, { size: 'invisible' })`, then `execute(widget)` when the person asks. */
export const invisibleExecute = (key: string): TestPage =>
  assemble({
    title: 'Invisible, by execute()',
    loader: { query: 'onload=loaded&render=explicit' },
    script: `${KEEP}
function loaded() {
  window.widget = grecaptcha.render('here', {
    sitekey: ${literal(key)}, size: 'invisible', callback: finish, 'expired-callback': expired, 'error-callback': failed
  });
  document.getElementById('ask').onclick = function () {
    grecaptcha.execute(window.widget).then(note('executed'), note('refused'));
  };
}`,
    body: form(key, `<div id="here"></div>${ASK}`),
  });

/** Declarative `div data-size="invisible"` and `execute()` without an id. */
export const invisibleDeclarative = (key: string): TestPage =>
  assemble({
    title: 'Invisible, declarative',
    script: `${KEEP}
document.addEventListener('click', function (event) { if (event.target.id === 'ask') grecaptcha.execute(); });`,
    body: form(
      key,
      `<div class="g-recaptcha" data-size="invisible" data-sitekey="${attribute(key)}" data-callback="finish"
  data-error-callback="failed"></div>${ASK}`,
    ),
  });

const buttonForm = (key: string, button: string): string =>
  `<form id="form" action="/submit" method="post">
  <input type="hidden" name="sitekey" value="${attribute(key)}">
  <label>Name <input name="name" value="Ada"></label>
  ${button}
</form>`;

// The callback of a bound button is what sends the form.
const SEND = `function send(token) {
  solved(token);
  keep(document.getElementById('form'), token);
  HTMLFormElement.prototype.submit.call(document.getElementById('form'));
}
document.addEventListener('click', function (event) { if (event.target.id === 'send') note('click')(''); });`;

/** `<button class="g-recaptcha">`, bound by the vendor's script. */
export const boundButton = (key: string): TestPage =>
  assemble({
    title: 'Bound button, declarative',
    script: SEND,
    body: buttonForm(
      key,
      `<button id="send" class="g-recaptcha" data-sitekey="${attribute(key)}" data-callback="send">Send</button>`,
    ),
  });

/** `render('button-id', params)`: any button becomes the trigger. */
export const boundButtonByCall = (key: string): TestPage =>
  assemble({
    title: 'Bound button, by render()',
    loader: { query: 'onload=loaded&render=explicit' },
    script: `${SEND}
function loaded() { window.widget = grecaptcha.render('send', { sitekey: ${literal(key)}, callback: send }); }`,
    body: buttonForm(key, '<button id="send" type="submit">Send</button>'),
  });

/** A score widget (v3): `render=KEY` and `execute(KEY, { action })`; it passes by itself. */
export const score = (key: string): TestPage =>
  assemble({
    title: 'Score (v3)',
    loader: { query: `render=${encodeURIComponent(key)}` },
    script: `function ask() {
  grecaptcha.ready(function () {
    grecaptcha.execute(${literal(key)}, { action: 'submit' }).then(function (token) {
      solved(token); keep(document.getElementById('form'), token);
    });
  });
}
document.addEventListener('click', function (event) { if (event.target.id === 'ask') ask(); });`,
    body: form(key, ASK),
  });
