import { type Hooks, openHooks } from './hooks';
import { type Answerer, ASK, REPLY, type Recorder, SUBJECT } from './line';

type Parts = Readonly<Record<string, (recorder: Recorder, hooks: Hooks) => Answerer>>;

/**
 * Puts the page parts behind a recorder, once: each answers the questions that name its kind, while they are being
 * asked. The page may have replaced JSON by now: then it has broken the answer, and nothing else.
 */
export const installPageParts = (parts: Parts) => (recorder: Recorder) => {
  if (recorder.pass) return;
  const hooks = openHooks(recorder);
  const answerers = new Map(Object.entries(parts).map(([kind, part]) => [kind, part(recorder, hooks)]));
  let subject: Element | null = null;
  const about = (event: Event) => {
    subject = (event as MouseEvent).relatedTarget as Element | null;
  };
  const answer = (event: Event) => {
    const question = JSON.parse((event as CustomEvent<string>).detail) as { kind: string };
    recorder.say(REPLY, JSON.stringify(answerers.get(question.kind)?.(question, subject) ?? null));
  };
  const taken = () => {
    recorder.hear(SUBJECT, about);
    recorder.hear(ASK, answer);
  };
  recorder.taken = taken;
  taken();
};
