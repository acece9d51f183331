// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { CORPUS } from '../../../test/corpus';
import { detectIn } from '../../../test/corpus/open';
import { judge, precision, recall } from '../../../test/corpus/verdict';

it('finds the captchas of the corpus, and nothing else', () => {
  const verdict = judge(CORPUS.map((page) => ({ page, said: detectIn(page) })));
  console.log(JSON.stringify(verdict, null, 1), precision(verdict), recall(verdict), CORPUS.length);
  expect(precision(verdict), verdict.failures.join('\n')).toBeGreaterThanOrEqual(0.99);
  expect(recall(verdict), verdict.failures.join('\n')).toBeGreaterThanOrEqual(0.95);
});
