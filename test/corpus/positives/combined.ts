import { type Page, page } from '../page.ts';
import { LAYOUTS } from './layouts.ts';
import { type Captcha, LIBRARIES } from './libraries.ts';
import { MORE_LIBRARIES } from './more-libraries.ts';

const NAMES = Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[];
const EACH = 6;

/** Labels that sites put in place of the library's own; '' keeps that one. */
const LABELS: [lang: string, label: string][] = [
  ['en', ''],
  ['ru', 'Введите код с картинки'],
  ['en', ''],
  ['pt', 'Digite os caracteres da imagem'],
  ['zh', '请输入图中的验证码'],
  ['en', ''],
  ['de', 'Bitte geben Sie den Code aus dem Bild ein'],
  ['fr', "Recopiez le code de l'image"],
  ['es', 'Escriba el código de la imagen'],
  ['ja', '画像に表示された文字を入力してください'],
  ['en', 'Are you human?'],
];

const build = (captcha: Captcha, of: number, take: number): Page => {
  // 5 and 13 have no common divisor: each library gets other layouts than the one before.
  const layout = NAMES[(of * EACH + take * 5) % NAMES.length] as (typeof NAMES)[number];
  const [lang, label] = LABELS[(of * EACH + take) % LABELS.length] as (typeof LABELS)[number];
  const own = take === 0 || !label;
  return page(
    `${captcha.name}/${layout}/${own ? 'own' : lang}`,
    LAYOUTS[layout](captcha, own ? captcha.label : label),
    {
      ...{ answer: [captcha.answer], sizes: captcha.sizes, lang: own ? 'en' : lang },
    },
  );
};

/** Every library in six layouts. */
export const combined = [...LIBRARIES, ...MORE_LIBRARIES].flatMap((captcha, of) =>
  Array.from({ length: EACH }, (_, take) => build(captcha, of, take)),
);
