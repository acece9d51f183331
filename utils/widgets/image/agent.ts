import { setField } from '../../agent/field';
import type { AgentKind, Prepared, Shoot } from '../agent-kind';
import { pairsIn } from './chosen';
import type { Detected } from './detect';
import { drawPicture } from './draw';
import { base64, fitted } from './fit';
import { hintsOf } from './hints';
import { labelOf, textBeside } from './nearby';
import { contentBox, cutTrouble, inWholeView, painted } from './place';
import { isReady, loaded, shownBy } from './shown';

/** A picture belongs to its answer field, which stays while pictures come and go. */
const pictures = new WeakMap<Element, Detected>();
/** What we typed, and for which picture: with the next one it is no answer any more. */
const typed = new WeakMap<Element, { text: string; shown: string }>();
/** Names of what is shown: another picture, another name. */
const names = new WeakMap<Element, { shown: string; name: string }>();

const pictureOf = (field: Element): Element | null => {
  const picture = pictures.get(field)?.picture ?? null;
  return picture?.isConnected ? picture : null;
};
const shown = (field: Element): string => {
  const picture = pictureOf(field);
  return picture ? shownBy(picture) : '';
};

function nameOf(field: Element): string {
  const now = shown(field);
  const known = names.get(field);
  if (known?.shown === now) return known.name;
  const name = crypto.randomUUID();
  names.set(field, { shown: now, name });
  return name;
}

/** Pictures whose letters are to be typed into a field (fact sheet of widgets, 6). */
export const image: AgentKind = {
  id: 'image',

  places: (root) => [...root.querySelectorAll('form')],

  find(roots) {
    return pairsIn(roots).map((found) => {
      pictures.set(found.field, found);
      return found.field;
    });
  },

  describe(element) {
    const field = element as HTMLInputElement;
    const detected = pictures.get(field);
    const picture = pictureOf(field);
    if (!detected || !picture || !isReady(picture)) return null;
    const words = [labelOf(field), textBeside(field, 'previousNode', 120), textBeside(field, 'nextNode', 60)];
    const hints = hintsOf(field, words.join(' | '));
    return {
      executed: false,
      certain: detected.certain,
      challenge: {
        kind: 'image',
        picture: nameOf(field),
        field: `${field.name} ${field.id}`.trim().slice(0, 200),
        ...(Object.keys(hints).length > 0 && { hints }),
      },
    };
  },

  version: shown,
  face: pictureOf,
  challengeFrame: () => null,

  answered(field) {
    const { value } = field as HTMLInputElement;
    const ours = typed.get(field);
    return value !== '' && !(ours?.text === value && ours.shown !== shown(field));
  },

  async prepare(field, _ask, tools) {
    const facts = this.describe(field, _ask);
    const picture = pictureOf(field);
    if (!picture || facts?.challenge.kind !== 'image') return { challenge: null };
    const before = shownBy(picture);
    const prepared = await read(picture, facts.challenge, tools);
    // Another picture came meanwhile: that is announced by itself.
    return picture.isConnected && shownBy(picture) === before ? prepared : { challenge: null };
  },

  deliver(element, token, _ask, submit) {
    const field = element as HTMLInputElement;
    typed.set(field, { text: token, shown: shown(field) });
    setField(field, token);
    if (submit) send(field);
  },

  // A text has no age of its own.
  expire: () => undefined,
};

type Facts = Extract<NonNullable<Prepared['challenge']>, { kind: 'image' }>;
interface Tools {
  shoot: Shoot;
  hideBadge(hide: boolean): void;
}

async function read(picture: Element, facts: Facts, tools: Tools): Promise<Prepared> {
  const canvas = await drawPicture(picture);
  if (canvas) return { challenge: { ...facts, body: await base64(await fitted(canvas)) } };
  await loaded(picture);
  await inWholeView(picture);
  const trouble = cutTrouble(picture);
  if (trouble) return { challenge: null, reason: trouble };
  tools.hideBadge(true);
  await painted();
  const box = contentBox(picture);
  const taken = await tools.shoot(box);
  const after = contentBox(picture);
  if (taken && after.left === box.left && after.top === box.top) return { challenge: facts, shot: true };
  return { challenge: null, reason: 'This picture could not be read.' };
}

/** As a person would: by the form's own button, which may do more than send it. */
function send({ form }: HTMLInputElement): void {
  const button = form?.querySelector<HTMLElement>('button:not([type=button],[type=reset]),input[type=submit]');
  if (button) button.click();
  else form?.requestSubmit();
}
