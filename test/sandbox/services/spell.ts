import { createHash } from 'node:crypto';

/** So many letters that look random and are the same for the same seed. */
export const spell = (seed: string, length: number): string => {
  let text = '';
  for (let block = 0; text.length < length; block += 1) {
    text += createHash('sha512').update(`${seed}/${block}`).digest('hex');
  }
  return text.slice(0, length);
};

/** The id of the CapSolver form; facts/services.md 1.4. */
export const spellUuid = (seed: string): string => {
  const hex = spell(seed, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};
