import type { Fields } from '../services/fields.ts';
import type { ServiceId } from '../types.ts';
import { decode, formatOf } from './formats/decode.ts';
import type { Office } from './office.ts';
import { readStrip } from './strip.ts';
import type { Picture, ReceivedPicture } from './types.ts';

export interface Asked {
  service: ServiceId;
  task: Record<string, unknown>;
  fields: Fields;
  at: number;
}

/** What a service reads in a picture; null: it cannot. undefined: these bytes are no picture at all. */
export type ReadPicture = (asked: Asked) => string | null | undefined;

const ONLY_DIGITS = 1;
const NO_DIGITS = 2;

// facts/services.md 2.5: `case` bool, `numeric` 0, 1 or at Anti-Captcha also 2, lengths where 0 is no limit.
const hintsOf = (fields: Fields) => ({
  keepsCase: fields.value('case') === true,
  numeric: Number(fields.value('numeric') ?? 0),
  atLeast: Number(fields.value('minLength') ?? 0),
  atMost: Number(fields.value('maxLength') ?? 0) || Number.POSITIVE_INFINITY,
});

type Hints = ReturnType<typeof hintsOf>;

const isRuledOut = (text: string, { numeric, atLeast, atMost }: Hints): boolean =>
  (numeric === ONLY_DIGITS && /\D/.test(text)) ||
  (numeric === NO_DIGITS && /\d/.test(text)) ||
  text.length < atLeast ||
  text.length > atMost;

const missedBy = ({ text, look, caseSensitive }: Picture, hints: Hints): ReceivedPicture['missed'] => {
  const missed: ReceivedPicture['missed'] = [];
  if (caseSensitive && !hints.keepsCase) missed.push('case');
  if ((look === 'digits') !== (hints.numeric === ONLY_DIGITS)) missed.push('numeric');
  if (text.length < hints.atLeast || text.length > hints.atMost) missed.push('length');
  return missed;
};

/** The eyes of all services: each picture is kept in `received`. */
export const createReader =
  (office: Office, received: ReceivedPicture[]): ReadPicture =>
  ({ service, task, fields, at }) => {
    const bytes = Buffer.from(fields.text('body'), 'base64');
    const format = formatOf(bytes);
    const pixels = decode(bytes);
    const id = pixels === null ? undefined : readStrip(pixels);
    const picture = office.find(String(id)) ?? null;
    const hints = hintsOf(fields);
    const isRead = picture !== null && !isRuledOut(picture.text, hints);
    // Nobody who is not told that the case counts types capitals.
    const text = isRead ? (hints.keepsCase ? picture.text : picture.text.toLowerCase()) : null;
    const { width = null, height = null } = pixels ?? {};
    const missed = picture === null ? [] : missedBy(picture, hints);
    received.push({ at, service, task, bytes, format, pixels, width, height, picture, missed, text });
    return format === 'unknown' ? undefined : text;
  };
