import { pageScript } from '../recaptcha/page-script.ts';
import type { Sandbox } from '../types.ts';
import { attribute, type TestPage } from './assemble.ts';
import { KEYS } from './catalogue.ts';
import type { DemoCard } from './demo-cards.ts';
import { DEMO_CSS } from './demo-style.ts';

export const DEMO_URL = 'https://demo.test/';

const CARDS: DemoCard[] = [
  {
    id: 'declarative',
    kind: 'declarative',
    title: 'Checkbox in the markup',
    text: 'A div with class g-recaptcha, rendered by the vendor.',
    websiteKey: KEYS.first,
  },
  {
    id: 'explicit',
    kind: 'explicit',
    title: 'Checkbox by call',
    text: 'grecaptcha.render with a function as callback; no attributes to read.',
    websiteKey: KEYS.second,
  },
  {
    id: 'form',
    kind: 'form',
    title: 'Second checkbox, in a form',
    text: 'The same key as the first box, another widget: two widgets, two answers.',
    websiteKey: KEYS.first,
  },
  {
    id: 'enterprise',
    kind: 'enterprise',
    title: 'Enterprise checkbox',
    text: 'Its own script and namespace, with an action and a one-time value.',
    websiteKey: KEYS.enterprise,
  },
  {
    id: 'invisible',
    kind: 'invisible',
    title: 'Invisible',
    text: 'Nothing to tick; asks only when the button is pressed, and may show a challenge.',
    websiteKey: KEYS.third,
  },
];

const declarativeSlot = ({ id, websiteKey }: DemoCard): string =>
  `<div class="slot g-recaptcha" id="slot-${id}" data-sitekey="${attribute(websiteKey)}" data-callback="demo_${id}"></div>`;

const slot = (card: DemoCard): string => {
  if (card.kind === 'declarative') return declarativeSlot(card);
  if (card.kind === 'form') {
    return `<form><label class="field">Your name <input name="name" value="Ada" autocomplete="off"></label>${declarativeSlot(card)}</form>`;
  }
  const empty = `<div class="slot" id="slot-${card.id}"></div>`;
  return card.kind === 'invisible'
    ? `${empty}<button type="button" id="ask-${card.id}" disabled>Check me</button>`
    : empty;
};

const cardHtml = (
  card: DemoCard,
): string => `<section class="card" id="card-${card.id}" aria-labelledby="title-${card.id}">
  <span class="kind">${card.kind}</span>
  <h2 id="title-${card.id}">${card.title}</h2>
  <p>${card.text}</p>
  <div>${slot(card)}</div>
  <dl><dt>From shown to callback</dt><dd data-part="seconds">not yet</dd>
  <dt>siteverify says</dt><dd data-part="verdict" aria-live="polite">not yet</dd></dl>
</section>`;

const vendor = (name: string, query: string): string =>
  `<script src="https://www.google.com/recaptcha/${name}.js?${query}" async defer></script>`;

/** The demo: five kinds of widget, each with its time and the site's verdict; `window.demo` holds the results. */
export const demo = (): TestPage => ({
  headers: {},
  html: `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Captcha widgets, side by side</title><style>${DEMO_CSS}</style></head>
<body><header><h1>Captcha widgets, side by side</h1>
<p>Five ways a site can put the same question. Tick them by hand, or let Solvent answer; each card tells how long it took
and whether the site accepted the answer.</p><p id="summary" role="status">0 of ${CARDS.length} accepted</p></header>
<main>${CARDS.map(cardHtml).join('\n')}</main>
<footer><p>Everything on this page is played by the sandbox on this computer. Nothing leaves it.</p></footer>
<script>${pageScript(['../pages/demo-cards.ts'], 'runDemo', CARDS)}</script>
${vendor('api', 'onload=demoLoaded&amp;render=onload')}
${vendor('enterprise', 'onload=demoEnterpriseLoaded&amp;render=explicit')}
</body></html>`,
});

/** Makes the demo's keys known and serves it; answers its address. */
export const serveDemo = ({ recaptcha, sites }: Sandbox): string => {
  for (const [name, websiteKey] of Object.entries(KEYS)) {
    recaptcha.addSite({ websiteKey, secret: `secret-of-${name}`, enterprise: name === 'enterprise' });
  }
  const { html, headers } = demo();
  sites.page(DEMO_URL, html, headers);
  return DEMO_URL;
};
