/** Which ids, classes and texts of a page will be the same in its next load. Where in doubt, they are not. */

const LONGEST = 80;

/** Prefixes by which frameworks number what they make. */
const NUMBERED =
  /^(?:css|jsx|jss|sc|svelte|emotion|mui|chakra|ember|ext-gen|ext-comp|yui_|gwt-uid|cdk-|mat-\w+-\d|ng-tns|_ngcontent|headlessui|radix|react-\w+-\d|downshift|dijit|j_idt?\d|__next|data-v-|uid|guid|auto)[-_:\d]/i;
/** Classes that say how an element is doing, not which one it is. */
const STATE =
  /^(?:is|has|ng|was|js)-|error|invalid|valid|active|focus|hover|dirty|touched|pristine|load|lazy|hidden|show|visible|disabled|open|animat|fade/i;

/** Made by a machine: nobody names things like this. */
function isRandom(word: string): boolean {
  // A change from letters to digits and back, and again; digits among hex letters; letters of changing case.
  const turns = word.match(/\d(?=[a-z])|[a-z](?=\d)/gi)?.length ?? 0;
  const humps = word.match(/[a-z](?=[A-Z])/g)?.length ?? 0;
  if (word.length >= 5 && turns >= 3) return true;
  if (/^(?=.*\d)(?=.*[a-f])[\da-f]{6,}$/i.test(word)) return true;
  if (word.length >= 5 && word.length <= 9 && humps >= 2) return true;
  return word.length >= 6 && /^[a-z]+$/i.test(word) && !/[aeiouy]/i.test(word);
}

/** Whether an id, a name or a word of a text looks as if it were written by a person. */
export function isStable(name: string): boolean {
  if (!name || name.length > LONGEST) return false;
  if (/\d{4}|[:«][a-z\d]+[:»]|[^\w\-.:[\]$]/i.test(name) || NUMBERED.test(name)) return false;
  return !name.split(/[^a-z\d]+/i).some(isRandom);
}

export const isStableClass = (name: string): boolean => isStable(name) && !STATE.test(name) && !name.includes(':');

/** Texts that people read: in any language, but without codes in them. */
export const isStableText = (text: string): boolean =>
  text.trim() !== '' && text.length <= LONGEST && !/\d{4}/.test(text) && !text.split(/[^a-z\d]+/i).some(isRandom);

/** The part of an address that names the kind of picture and not this one: `captcha/image/`, or null. */
export function stablePath(address: string): string | null {
  if (!address || /^(?:data|blob|javascript):/i.test(address)) return null;
  const path = address.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, '').replace(/[?#;].*$/s, '');
  const parts = path.split('/');
  const last = parts.findLastIndex((part) => isStable(part));
  if (last < 0) return null;
  const first = last > 0 && isStable(parts[last - 1] as string) ? last - 1 : last;
  // A folder keeps its slash: `captcha/` is no part of `captcha.css`.
  return parts.slice(first, last + 1).join('/') + (last < parts.length - 1 ? '/' : '');
}
