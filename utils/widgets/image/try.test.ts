// @vitest-environment happy-dom
import { it } from 'vitest';
import { CORPUS, HELD_OUT } from '../../../test/corpus';
import { detectIn } from '../../../test/corpus/open';
import { judge, precision, recall } from '../../../test/corpus/verdict';
it('x', () => {
  for (const set of [CORPUS, HELD_OUT]) {
  const results = set.map((page) => ({ page, said: detectIn(page) }));
  const verdict = judge(results);
  console.log(JSON.stringify(verdict, null, 1), precision(verdict), recall(verdict), set.length, set.filter((p) => p.answer.length).length);
  console.log(results.filter(r => r.said.some(s => !s.certain && s.answer < 0)).map(r => r.page.name).join(' '), '\nOFFERED', results.filter(r => r.said.some(s => !s.certain && s.answer >= 0)).map(r => r.page.name).join(' '));
  }
}, 60000);
