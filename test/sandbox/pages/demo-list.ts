import { ARKOSE_KEYS } from './arkose-catalogue.ts';
import { KEYS } from './catalogue.ts';
import type { DemoCard, DemoKind } from './demo-cards.ts';

type Words = Pick<DemoCard, 'title' | 'text'>;

const recaptcha = (kind: DemoKind, websiteKey: string, words: Words): DemoCard => ({
  id: kind,
  kind,
  label: `reCAPTCHA, ${kind}`,
  ...words,
  field: 'g-recaptcha-response',
  websiteKey,
});

/** The cards in the page's order. The first row has one of each kind, and no badge lies on another's widget. */
export const CARDS: readonly DemoCard[] = [
  {
    id: 'image',
    kind: 'image',
    label: 'Image captcha',
    title: 'Letters in a picture',
    text: 'No vendor and no key: the site drew the picture, and knows for whom.',
    field: 'captcha',
  },
  {
    id: 'funcaptcha',
    kind: 'funcaptcha',
    label: 'FunCaptcha',
    title: 'Challenge in the page',
    text: 'Arkose, inline: it opens by itself. A service is asked once the challenge is shown.',
    field: 'arkose_token',
    websiteKey: ARKOSE_KEYS.first.publicKey,
  },
  recaptcha('declarative', KEYS.first, {
    title: 'Checkbox in the markup',
    text: 'A div with class g-recaptcha, rendered by the vendor.',
  }),
  recaptcha('explicit', KEYS.second, {
    title: 'Checkbox by call',
    text: 'grecaptcha.render with a function as callback; no attributes to read.',
  }),
  recaptcha('invisible', KEYS.third, {
    title: 'Invisible',
    text: 'Nothing to tick; asks only when the button is pressed, and may show a challenge.',
  }),
  recaptcha('form', KEYS.first, {
    title: 'Second checkbox, in a form',
    text: 'The same key as the first box, another widget: two widgets, two answers.',
  }),
  recaptcha('enterprise', KEYS.enterprise, {
    title: 'Enterprise checkbox',
    text: 'Its own script and namespace, with an action and a one-time value.',
  }),
];
