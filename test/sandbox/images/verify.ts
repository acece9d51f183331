import type { Exchange } from '../server/exchange.ts';
import { readFields, toRecord } from '../sites/form-body.ts';
import type { Memory } from './memory.ts';
import { type ImagePage, SLOTS, type Slot } from './page.ts';
import type { ImageSubmission, Picture } from './types.ts';

const matches = ({ text, caseSensitive }: Picture, given: string): boolean =>
  caseSensitive ? text === given : text.toLowerCase() === given.toLowerCase();

/** Checks a posted form. A picture counts once, whatever was answered to it. */
export const verify = async (
  memory: Memory,
  { page, name, session, mayPass }: { page: ImagePage; name: string; session: string; mayPass: () => boolean },
  exchange: Exchange,
): Promise<ImageSubmission> => {
  const fields = toRecord(await readFields(exchange));

  const pictureFor = ({ name: slot, keyField }: Slot): Picture | undefined =>
    keyField === undefined ? memory.bound(session, name, slot) : memory.office.find(fields[keyField] ?? '');

  const check = (slot: Slot): ImageSubmission['answers'][number] => {
    const given = (fields[slot.field] ?? '').trim();
    const picture = pictureFor(slot);
    const right = picture?.state === 'open' && picture.page === name && matches(picture, given) && mayPass();
    if (picture?.state === 'open') picture.state = right ? 'right' : 'wrong';
    return { slot: slot.name, given, picture: picture ?? null, right };
  };

  // A form of a page with several sends its own captcha alone.
  const answers = (page.slots ?? SLOTS).filter(({ field }) => field in fields).map(check);
  const success = answers.length > 0 && answers.every(({ right }) => right);
  return { at: exchange.at, page: name, session, fields, answers, success };
};
