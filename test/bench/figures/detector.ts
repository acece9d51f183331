import { CORPUS, HELD_OUT, HELD_OUT_AGAIN, TUNED } from '../../corpus/index.ts';
import type { Page } from '../../corpus/page.ts';
import { serveCorpus } from '../../corpus/serve.ts';
import { judge, precision, recall, type Said } from '../../corpus/verdict.ts';
import type { Bench } from '../bench.ts';
import { DETECTOR, detectorScript } from '../detector-code.ts';
import type { detectPictures, find, realLook } from '../detector-entry.ts';
import { alone, type Figure } from '../figure.ts';
import type { Tab } from '../tab.ts';

declare global {
  interface Window {
    [DETECTOR]: { detectPictures: typeof detectPictures; find: typeof find; realLook: typeof realLook };
  }
}

interface Seen {
  said: Said[];
  /** The selector that is asked in every frame matches something. */
  noticed: boolean;
}

/** Runs in the page. */
const detect = (answers: Page['answer']): Seen => {
  const { detectPictures, find, realLook } = window.solventDetector;
  const one = (selector: string) => document.querySelector(selector);
  const said = detectPictures(document, realLook).map(({ picture, field, certain }) => ({
    certain,
    answer: answers.findIndex((answer) => one(answer.picture) === picture && one(answer.field) === field),
  }));
  return { said, noticed: document.querySelector(find.selector) !== null };
};

const percent = (share: number): number => 100 * share;
const isPositive = ({ answer }: Page): boolean => answer.length > 0;

/** The detector's code with the browser's own layout on every page of the corpus. */
export async function* detector(bench: Bench): AsyncGenerator<Figure> {
  const script = await detectorScript();
  const tab = await (await bench.browser('none')).tab();
  const seen = await seeAll(tab, CORPUS, script);
  for (const [name, pages] of [
    ['whole corpus', CORPUS],
    ['tuned on', TUNED],
    ['held out', HELD_OUT],
    ['held out again', HELD_OUT_AGAIN],
  ] as const) {
    const verdict = judge(pages.map((page) => ({ page, said: seen.get(page)?.said ?? [] })));
    const note = verdict.failures.join('; ');
    const head = (what: string) => ({ figure: `image detector, ${name}: ${what}`, unit: '%' });
    yield alone({ ...head('precision'), note }, [percent(precision(verdict))], '>= 99 %', ({ max }) => max >= 99);
    yield alone({ ...head('recall'), note }, [percent(recall(verdict))], '>= 95 %', ({ max }) => max >= 95);
    const noticed = (pages: Page[]) => percent(pages.filter((page) => seen.get(page)?.noticed).length / pages.length);
    const [captchas, others] = [pages.filter(isPositive), pages.filter((page) => !isPositive(page))];
    yield alone(head('selector, recall'), [noticed(captchas)], '>= 95 %', ({ max }) => max >= 95);
    // They cost an injection and are no errors.
    yield alone(head('selector, false alarms'), [noticed(others)], 'none', () => true);
  }
  yield* times(tab, bench.runs(20));
  const note = 'detector with its words, real layout and the selector';
  const head = { figure: 'image detector: code', unit: 'bytes', note };
  yield alone(head, [script.length], '<= 8000 bytes', ({ max }) => max <= 8000);
  await tab.close();
}

/** In the page: 100,000 nodes as a long page has them, and a form at their end; the fields make the detector work. */
const fill = (fields: number): void => {
  const row = (at: number) =>
    `<li class="row item-${at % 7}"><a href="/p/${at}" id="p${at}"><img src="/t/${at}.jpg" loading="lazy" alt=""></a><b>x</b><i>y</i><span class="price"></span></li>`;
  const form = (at: number) =>
    `<form><div><img src="/i/${at}?s=1" width="120" height="40"></div><label>Code <input name="c${at}"></label></form>`;
  const rows = Array.from({ length: 12_500 }, (_, at) => row(at)).join('');
  document.body.innerHTML = `<ul>${rows}</ul>${Array.from({ length: fields }, (_, at) => form(at)).join('')}`;
  document.body.getBoundingClientRect();
};

const timeOf = (what: 'selector' | 'detector'): number => {
  const { detectPictures, find, realLook } = window.solventDetector;
  const before = performance.now();
  if (what === 'selector') document.querySelector(find.selector);
  else detectPictures(document, realLook);
  return performance.now() - before;
};

async function* times(tab: Tab, runs: number): AsyncGenerator<Figure> {
  for (const [what, fields, bar] of [
    ['selector', 0, 10],
    ['detector', 0, 10],
    ['detector', 30, 50],
  ] as const) {
    await tab.run(fill, fields);
    const samples: number[] = [];
    for (let run = 0; run < runs; run += 1) samples.push(await tab.run(timeOf, what));
    const head = { figure: `image detector: ${what}, 100,000 nodes, ${fields} pictures with fields`, unit: 'ms' };
    yield alone(head, samples, `median < ${bar} ms`, ({ median }) => median < bar);
  }
}

async function seeAll(tab: Tab, pages: readonly Page[], script: string): Promise<Map<Page, Seen>> {
  const site = await serveCorpus(pages);
  const seen = new Map<Page, Seen>();
  try {
    for (const page of pages) {
      await tab.goto(site.url(page));
      await tab.cdp.send('Runtime.evaluate', { expression: script });
      seen.set(page, await tab.run(detect, page.answer));
    }
  } finally {
    site.close();
  }
  return seen;
}
