import type { Problem } from './dialect.ts';
import type { Fields } from './fields.ts';
import { spell } from './spell.ts';

/** What a solution is made from: the task's fields, its token, and a seed for the rest. */
export interface Making {
  fields: Fields;
  token: string;
  seed: string;
}

/** How a field must look, and what is wrong when it does not. */
export type Need = readonly [field: string, problem: Problem, form?: 'url' | 'image'];

export interface KindRules {
  needs: readonly Need[];
  check?: (fields: Fields) => Problem | undefined;
  /** The token of a kind that has one and is not minted by a vendor's stand-in. */
  token?: (seed: string, fields: Fields) => string;
  solve: (making: Making) => Record<string, unknown>;
}

const PAGE: Need = ['websiteURL', 'url', 'url'];
const SITE: readonly Need[] = [PAGE, ['websiteKey', 'siteKey']];
const IMAGE: Need = ['body', 'imageSmall', 'image'];

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // A `data` that holds no JSON; facts/services.md 2.4.
    return false;
  }
};

const givesToken = ({ token }: Making) => ({ token });
const isFourth = (fields: Fields): boolean =>
  String(fields.value('version')) === '4' || fields.text('captchaId') !== '';

const checkGeetest = (fields: Fields): Problem | undefined => {
  if (isFourth(fields)) return undefined;
  return fields.text('gt') === '' || fields.text('challenge') === '' ? 'field' : undefined;
};

const solveGeetest = ({ fields, seed }: Making): Record<string, unknown> => {
  if (!isFourth(fields)) {
    const validate = spell(seed, 32);
    return { challenge: fields.text('challenge'), validate, seccode: `${validate}|jordan` };
  }
  const captchaId = fields.text('captchaId') || fields.text('gt');
  const [lot, pass, output] = [spell(`${seed}lot`, 32), spell(`${seed}pass`, 64), spell(`${seed}out`, 200)];
  return {
    captcha_id: captchaId,
    lot_number: lot,
    pass_token: pass,
    gen_time: '1683794919',
    captcha_output: output,
  };
};

/** The kinds of captcha, whatever a service calls them; facts/services.md 2. */
export const KINDS = {
  recaptcha: { needs: SITE, solve: ({ token }) => ({ gRecaptchaResponse: token }) },
  funcaptcha: {
    needs: [PAGE, ['websitePublicKey', 'field']],
    check: (fields) => (fields.text('data') === '' || isJson(fields.text('data')) ? undefined : 'field'),
    solve: givesToken,
  },
  hcaptcha: {
    needs: SITE,
    token: (seed) => `P1_${spell(seed, 600)}`,
    solve: ({ token, seed }) => ({ gRecaptchaResponse: token, respKey: `E0_${spell(seed, 40)}` }),
  },
  turnstile: { needs: SITE, token: (seed) => `0.${spell(seed, 500)}`, solve: givesToken },
  clearance: { needs: [PAGE], solve: ({ seed }) => ({ cf_clearance: `${spell(seed, 43)}-1700000000-1.2.1.1` }) },
  geetest: { needs: [PAGE], check: checkGeetest, solve: solveGeetest },
  captchafox: { needs: SITE, token: (seed) => `FOX_${spell(seed, 200)}`, solve: givesToken },
  text: { needs: [IMAGE], solve: () => ({ text: '44795' }) },
  // The pictures of these are not looked at: the same tiles and points are right every time.
  tiles: { needs: [IMAGE], solve: () => ({ click: [1, 5, 9] }) },
  pairs: { needs: [IMAGE], solve: () => ({ coordinates: [[69, 201]] }) },
  points: { needs: [IMAGE], solve: () => ({ coordinates: [{ x: 69, y: 201 }] }) },
  boxes: { needs: [IMAGE], solve: () => ({ bounding_boxes: [{ xMin: 10, yMin: 20, xMax: 60, yMax: 80 }] }) },
  angle: { needs: [IMAGE], solve: () => ({ rotate: 180 }) },
  outline: { needs: [IMAGE], solve: () => ({ canvas: [[{ x: 69, y: 201 }]] }) },
  objects: {
    needs: [
      ['image', 'imageSmall', 'image'],
      ['question', 'field'],
    ],
    solve: () => ({ type: 'multi', objects: [0, 4, 8], size: 3 }),
  },
  vision: {
    needs: [
      ['module', 'field'],
      ['image', 'imageSmall', 'image'],
    ],
    solve: () => ({ box: [163.5, 107.5] }),
  },
} as const satisfies Record<string, KindRules>;

export type Kind = keyof typeof KINDS | 'complex';

export interface TaskType extends KindRules {
  kind: Kind;
  /** Minted by the reCAPTCHA stand-in: as Enterprise, plain, or as the field `isEnterprise` says. */
  mint?: 'enterprise' | 'plain' | 'flagged';
  /** The proxy fields that must be there, or must be whole once there are any. */
  proxy?: 'fields' | 'string' | 'optional';
  /** Answered in createTask itself. */
  sync?: boolean;
}

type Extra = Partial<Omit<TaskType, 'kind'>>;

/** A task type of some kind. */
export const taskType = (kind: keyof typeof KINDS, extra: Extra = {}): TaskType => ({ ...KINDS[kind], kind, ...extra });

/** A reCAPTCHA task type; its token is one that siteverify knows. */
export const recaptcha = (mint: NonNullable<TaskType['mint']>, extra: Extra = {}): TaskType =>
  taskType('recaptcha', { mint, ...extra });
