const FRAMES = 20;
const TEXT =
  '<p>Nothing here asks who you are. It is a page like most pages, with words in it and little else.</p>'.repeat(10);

const document_ = (title: string, head: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** No captcha, no frames, next to nothing. */
export const TRIVIAL = 'https://plain.test/trivial';
/** Where a tab rests between two loads. */
export const LEFT = 'https://plain.test/left';
/** No captcha, 20 frames of the same site: one process, so that one counter sees them all. */
export const FRAMED = 'https://plain.test/framed';
/** No captcha; nodes go into #here. */
export const NODES = 'https://plain.test/nodes';
/** The vendor's script is there and has drawn nothing: the scout watches. */
export const NODES_ARMED = 'https://armed.test/nodes';
/** A widget is drawn on the page: the agent watches. */
export const NODES_WIDGET = 'https://widget.test/nodes';

export const SITE_KEY = `6Lsandbox${'K'.repeat(31)}`;

// Before every other observer, the extension's too: `Date.now()` is the clock that the sandbox stamps requests with.
const WATCH = `<script>
window.shown = 0;
new MutationObserver(function (records) {
  if (!window.shown && document.querySelector('iframe[src*="/anchor?"]')) window.shown = Date.now();
}).observe(document, { childList: true, subtree: true });
</script>`;

const script = (query: string): string =>
  `<script src="https://www.google.com/recaptcha/api.js${query}" async defer></script>`;

// Not drawn: layout would cost ten times what is to be measured. What is drawn is some text: on a page that has shown
// nothing so far the browser puts work off, and the first thing that it shows, a badge too, would seem to cost all that.
const HERE = '<p>Rows come below.</p><div id="here" hidden></div>';

/** The page draws its widget by itself, from markup. */
export const declarative = (): string =>
  document_(
    'Declarative',
    WATCH + script(''),
    `<form><div class="g-recaptcha" data-sitekey="${SITE_KEY}"></div></form>`,
  );

/** The page draws its widget when `draw()` is called, long after load. */
export const onDemand = (): string =>
  document_(
    'On demand',
    `${WATCH}<script>
function loaded() { window.isLoaded = true; }
function draw() { grecaptcha.render('widget', { sitekey: ${JSON.stringify(SITE_KEY)} }); }
</script>${script('?onload=loaded&render=explicit')}`,
    '<form><div id="widget"></div></form>',
  );

/** Several widgets; `window.answers` notes when each callback came. */
export const severalWidgets = (websiteKeys: readonly string[]): string =>
  document_(
    'Several widgets',
    `<script>
window.answers = [];
window.solved = function (token) { window.answers.push({ token: token, at: Date.now() }); };
</script>${script('')}`,
    websiteKeys
      .map((key) => `<form><div class="g-recaptcha" data-sitekey="${key}" data-callback="solved"></div></form>`)
      .join(''),
  );

/** The same, drawn when `draw()` is called. */
export const severalOnDemand = (websiteKeys: readonly string[]): string =>
  document_(
    'Several on demand',
    `<script>
window.answers = [];
function loaded() { window.isLoaded = true; }
function solved(token) { window.answers.push({ token: token, at: Date.now() }); }
function draw() {
  ${JSON.stringify(websiteKeys)}.forEach(function (key, index) {
    grecaptcha.render('widget' + index, { sitekey: key, callback: solved });
  });
}
</script>${script('?onload=loaded&render=explicit')}`,
    websiteKeys.map((_, index) => `<form><div id="widget${index}"></div></form>`).join(''),
  );

const frame = document_('Frame', '<script>window.frame = true;</script>', TEXT);
const frames = Array.from({ length: FRAMES }, (_, index) => `<iframe src="/frame?${index}" title="frame"></iframe>`);

export const PLAIN_PAGES: [url: string, html: string][] = [
  [TRIVIAL, document_('Trivial', '', '<p>Hello.</p>')],
  [LEFT, document_('Left', '', '')],
  ['https://plain.test/frame', frame],
  [FRAMED, document_('Framed', '', TEXT + frames.join(''))],
  [NODES, document_('Nodes', '', HERE)],
  [NODES_ARMED, document_('Nodes', script('?render=explicit'), HERE)],
  [
    NODES_WIDGET,
    document_('Nodes', script(''), `<form><div class="g-recaptcha" data-sitekey="${SITE_KEY}"></div></form>${HERE}`),
  ],
];
