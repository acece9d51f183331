import { none, type Page } from '../page.ts';

/** Fields of one purpose, as sites of several languages have them, with the pictures that stand beside such. */
export interface Family {
  name: string;
  fields: [lang: string, label: string, field: string][];
  pictures: string[];
}

const PLACES: ((label: string, field: string, picture: string) => string)[] = [
  (label, field, picture) =>
    `<form><div>${picture}</div><div><label>${label} ${field}</label></div><button>OK</button></form>`,
  (label, field, picture) => `<form><p>${label}</p><p>${field} ${picture}</p><input type="submit"></form>`,
  (label, field, picture) =>
    `<form><table><tr><td>${label}</td><td>${field}</td><td>${picture}</td></tr></table><input type="submit" value="Send"></form>`,
  (label, field, picture) =>
    `<div class="a"><div class="b"><div class="c">${picture}</div><span>${label}</span><div class="d">${field}</div></div><button type="button">Next</button></div>`,
  (label, field, picture) =>
    `<header><img src="/logo.svg" alt="Home" width="160" height="40"></header><main>${picture}<form><fieldset><legend>${label}</legend>${field}</fieldset><button>Go</button></form></main>`,
];

/** Each field with each of the pictures, the places in turn. */
export const pagesOf = ({ name, fields, pictures }: Family): Page[] =>
  fields.flatMap(([lang, label, field], row) =>
    pictures.map((picture, column) =>
      none(
        `${name}/${row}-${lang}/${column}`,
        PLACES[(row * pictures.length + column) % PLACES.length]?.(label, field, picture) ?? '',
        {
          lang,
        },
      ),
    ),
  );
