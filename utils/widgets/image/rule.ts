import { z } from 'zod';
import {
  LONGEST_NAME,
  LONGEST_PATH,
  LONGEST_SELECTOR,
  MAX_RULE_HOSTS,
  MAX_RULES_PER_HOST,
  MAX_SELECTORS,
} from './limits';

/** Rough, where there is no document to ask: every bracket and quote has its other one. */
function isClosed(selector: string): boolean {
  const bare = selector.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, '');
  const count = (of: RegExp) => bare.match(of)?.length ?? 0;
  return !/["']/.test(bare) && count(/\[/g) === count(/\]/g) && count(/\(/g) === count(/\)/g);
}

const Selector = z
  .string()
  .trim()
  .min(1, 'A selector must not be empty.')
  .max(LONGEST_SELECTOR, `A selector has at most ${LONGEST_SELECTOR} characters.`)
  .refine(isClosed, 'This is no CSS selector: a bracket or a quote is not closed.');
const Selectors = z.array(Selector).max(MAX_SELECTORS, `At most ${MAX_SELECTORS} selectors.`);

/** An element that a person has pointed at, so that it is found again in another load of the page. */
export const Target = z.strictObject({
  /** Most trusted first: the first that leaves exactly one element decides. */
  selectors: Selectors.min(1, 'At least one selector.'),
  /** The hosts of the open shadow roots that it is in, from the outermost. */
  within: z.array(Selector).max(4).optional(),
  tag: z.string().min(1).max(40).optional(),
  /** Any of these is proof enough: ids and names. */
  names: Selectors.optional(),
  /** Without a name, several of these must hold. */
  traits: Selectors.optional(),
  /** As drawn, in CSS px; asked of an element that no name proves. */
  size: z.strictObject({ width: z.number().min(1).max(4_000), height: z.number().min(1).max(4_000) }).optional(),
});
export type Target = z.infer<typeof Target>;

/** A picture and the field for its answer, as a person has picked them on a site. */
export const PictureRule = z.strictObject({
  name: z.string().trim().min(1).max(LONGEST_NAME).optional(),
  /** Only on pages with this path: for rules that go by little more than the place in the page. */
  path: z.string().min(1).max(LONGEST_PATH).startsWith('/', 'A path begins with /.').optional(),
  picture: Target,
  field: Target,
  /** Both are in the same form. */
  sameForm: z.literal(true).optional(),
});
export type PictureRule = z.infer<typeof PictureRule>;

/** A host name as the browser writes it, without a port. */
export const RuleHost = z
  .string()
  .max(255)
  .regex(/^[a-z\d_](?:[\w.-]*[a-z\d])?$/, 'This is not a host name, such as shop.example.');

/** Host name of the page (or of the frame in it) -> its rules. */
export const PictureRules = z
  .record(
    RuleHost,
    z
      .array(PictureRule)
      .min(1, 'At least one rule.')
      .max(MAX_RULES_PER_HOST, `At most ${MAX_RULES_PER_HOST} rules a site.`),
  )
  .refine((rules) => Object.keys(rules).length <= MAX_RULE_HOSTS, `At most ${MAX_RULE_HOSTS} sites.`);
export type PictureRules = z.infer<typeof PictureRules>;
