// @vitest-environment happy-dom
import { it } from 'vitest';
import { HELD_OUT, HELD_OUT_AGAIN, TUNED } from '../../../test/corpus';
import { markupLook } from '../../../test/corpus/look';
import { detectIn, open } from '../../../test/corpus/open';
import { judge, precision, recall } from '../../../test/corpus/verdict';
import { judgePicture } from './candidates';
import { detectPictures } from './detect';
import { judgeField } from './fields';

it('y', () => {
  for (const name of (process.env['NAMES'] ?? '').split(',')) {
    const page = [...TUNED, ...HELD_OUT, ...HELD_OUT_AGAIN].find((p) => p.name === name);
    if (!page) continue;
    open(page);
    console.log(
      name,
      detectPictures(document, markupLook(page.sizes)).map((d) => [d.score, d.certain]),
      [...document.querySelectorAll('input')].map((i) => [
        i.name,
        JSON.stringify(judgeField(i as HTMLInputElement), ['score', 'told']),
      ]),
      [...document.querySelectorAll('img,svg,canvas')].map((i) => [
        i.outerHTML.slice(0, 60),
        JSON.stringify(judgePicture(i, null), ['score', 'named']),
      ]),
    );
  }
});
it('x', () => {
  for (const set of [TUNED, HELD_OUT, HELD_OUT_AGAIN]) {
    const results = set.map((page) => ({ page, said: detectIn(page) }));
    const verdict = judge(results);
    console.log(
      JSON.stringify(verdict, null, 1),
      precision(verdict),
      recall(verdict),
      set.length,
      set.filter((p) => p.answer.length).length,
    );
    console.log(
      results
        .filter((r) => r.said.some((s) => !s.certain && s.answer < 0))
        .map((r) => r.page.name)
        .join(' '),
      '\nOFFERED',
      results
        .filter((r) => r.said.some((s) => !s.certain && s.answer >= 0))
        .map((r) => r.page.name)
        .join(' '),
    );
  }
}, 60000);
