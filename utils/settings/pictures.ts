import { z } from 'zod';
import { MAX_RULE_HOSTS, MAX_RULES_PER_HOST } from '../widgets/image/limits';
import { type PictureRule, PictureRules, RuleHost } from '../widgets/image/rule';
import { type FileProblem, readJson } from './json-file';

/** What tells two rules of a site apart: a second rule for the same picture and field takes the place of the first. */
const keyOf = ({ picture, field, path }: PictureRule): string =>
  JSON.stringify([picture.within, picture.selectors, field.within, field.selectors, path]);

export type Added = { ok: true; pictures: PictureRules } | { ok: false; text: string; advice: string };

/** The rules with one more. */
export function withRule(pictures: PictureRules, host: string, rule: PictureRule): Added {
  const refused = (text: string, advice: string): Added => ({ ok: false, text, advice });
  if (!RuleHost.safeParse(host).success) return refused('Taken for this once.', 'Rules are for sites with a name.');
  const others = (pictures[host] ?? []).filter((other) => keyOf(other) !== keyOf(rule));
  const advice = 'Remove one in the options, under Picture rules.';
  if (others.length >= MAX_RULES_PER_HOST) return refused(`${host} has ${MAX_RULES_PER_HOST} rules already.`, advice);
  if (!pictures[host] && Object.keys(pictures).length >= MAX_RULE_HOSTS)
    return refused(`${MAX_RULE_HOSTS} sites have rules already.`, advice);
  return { ok: true, pictures: { ...pictures, [host]: [...others, rule] } };
}

export type Merged =
  | { ok: true; pictures: PictureRules; added: number; known: number }
  | { ok: false; problems: FileProblem[] };

/** As the options page saves them, and as a preset has them. */
const RulesFile = z.strictObject({ pictures: PictureRules });

/** The rules with those of a file, or what is wrong with it: then nothing of it is taken. */
export function withFile(pictures: PictureRules, text: string): Merged {
  const read = readJson(text, RulesFile);
  return read.ok ? merged(pictures, read.value.pictures) : read;
}

/** Both sets of rules: nothing of either is lost, and nothing is there twice. */
export function merged(pictures: PictureRules, more: PictureRules): Merged {
  let all = pictures;
  let known = 0;
  for (const [host, rules] of Object.entries(more)) {
    for (const rule of rules) {
      if (all[host]?.some((other) => keyOf(other) === keyOf(rule))) {
        known++;
        continue;
      }
      const next = withRule(all, host, rule);
      if (!next.ok)
        return { ok: false, problems: [{ field: `pictures.${host}`, message: `${next.text} ${next.advice}` }] };
      all = next.pictures;
    }
  }
  const count = (rules: PictureRules) => Object.values(rules).flat().length;
  return { ok: true, pictures: all, added: count(all) - count(pictures), known };
}
