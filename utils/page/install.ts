import { type Hooks, openHooks } from './hooks';
import type { Answerer, Recorder } from './line';

type Parts = Readonly<Record<string, (recorder: Recorder, hooks: Hooks) => Answerer>>;

/** Puts the page parts behind a recorder, once: each answers the questions that name its kind. */
export const installPageParts = (parts: Parts) => (recorder: Recorder) => {
  if (recorder.answerer) return;
  const hooks = openHooks(recorder);
  const answerers = new Map(Object.entries(parts).map(([kind, part]) => [kind, part(recorder, hooks)]));
  recorder.answerer = (question, subject) =>
    answerers.get((question as { kind: string }).kind)?.(question, subject) ?? null;
};
