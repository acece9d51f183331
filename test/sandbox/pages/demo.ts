import { dataUrlOf } from '../images/render.ts';
import type { Picture } from '../images/types.ts';
import { pageScript } from '../recaptcha/page-script.ts';
import type { Sandbox } from '../types.ts';
import { apiTag } from './arkose-assemble.ts';
import { ARKOSE_KEYS } from './arkose-catalogue.ts';
import { attribute } from './assemble.ts';
import { KEYS } from './catalogue.ts';
import type { DemoCard, DemoKind } from './demo-cards.ts';
import { CARDS } from './demo-list.ts';
import { DEMO_CSS } from './demo-style.ts';
import { image } from './image-parts.ts';

export const DEMO_URL = 'https://demo.test/';

const SCRIPTS = ['demo-widgets', 'demo-cards'].map((name) => `../pages/${name}.ts`);

const declarative = ({ id, websiteKey = '' }: DemoCard): string =>
  `<div class="slot g-recaptcha" id="slot-${id}" data-sitekey="${attribute(websiteKey)}" data-callback="demo_${id}"></div>`;

const empty = ({ id }: DemoCard): string => `<div class="slot" id="slot-${id}"></div>`;

const SLOTS: Record<DemoKind, (card: DemoCard, picture: Picture) => string> = {
  declarative,
  explicit: empty,
  enterprise: empty,
  form: (card) => `<form action="/submit" method="post">
    <label class="field">Your name <input name="name" value="Ada" autocomplete="off"></label>${declarative(card)}</form>`,
  invisible: (card) =>
    `${empty(card)}<button type="button" class="below" id="ask-${card.id}" disabled>Check me</button>`,
  funcaptcha: ({ id }) => `<div class="slot stage" id="slot-${id}"></div>`,
  image: ({ id, field }, picture) => `<form action="/" method="post" class="read">
    <div id="slot-${id}">${image(dataUrlOf(picture, 'png'))}</div>
    <label class="field">Characters in the picture <input name="${field}" autocomplete="off" spellcheck="false"></label>
    <button type="submit">Check</button></form>`,
};

const cardHtml = (
  card: DemoCard,
  picture: Picture,
): string => `<section class="card" id="card-${card.id}" aria-labelledby="title-${card.id}">
  <span class="kind">${card.label}</span>
  <h2 id="title-${card.id}">${card.title}</h2>
  <p>${card.text}</p>
  <div>${SLOTS[card.kind](card, picture)}</div>
  <dl><dt>From shown to answer</dt><dd data-part="seconds">not yet</dd>
  <dt>The site says</dt><dd data-part="verdict" aria-live="polite">not yet</dd></dl>
</section>`;

const recaptchaTag = (name: string, query: string): string =>
  `<script src="https://www.google.com/recaptcha/${name}.js?${query}" async defer></script>`;

/** The demo: all kinds of captcha, each with its time and the site's verdict; `window.demo` holds the results. */
export const demo = (picture: Picture): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Captchas, side by side</title><style>${DEMO_CSS}</style></head>
<body><header><h1>Captchas, side by side</h1>
<p>Three kinds, in ${CARDS.length} of the ways that sites use them. Answer them by hand, or let Solvent do it; each card
tells how long it took and whether the site accepted the answer.</p>
<p id="summary" role="status">0 of ${CARDS.length} accepted</p></header>
<main>${CARDS.map((card) => cardHtml(card, picture)).join('\n')}</main>
<footer><p>Everything on this page is played by the sandbox on this computer. Nothing leaves it.</p></footer>
<script>${pageScript(SCRIPTS, 'runDemo', CARDS)}</script>
${recaptchaTag('api', 'onload=demoLoaded&amp;render=onload')}
${recaptchaTag('enterprise', 'onload=demoEnterpriseLoaded&amp;render=explicit')}
${apiTag(ARKOSE_KEYS.first, 'demoArkoseLoaded')}
</body></html>`;

/** Makes the demo's keys known and serves it; answers its address. */
export const serveDemo = ({ recaptcha, arkose, images }: Sandbox): string => {
  for (const [name, websiteKey] of Object.entries(KEYS)) {
    recaptcha.addSite({ websiteKey, secret: `secret-of-${name}`, enterprise: name === 'enterprise' });
  }
  arkose.addSite(ARKOSE_KEYS.first);
  images.page(DEMO_URL, 'demo', demo);
  return DEMO_URL;
};
