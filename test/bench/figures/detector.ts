import { HELD_OUT, HELD_OUT_AGAIN, TUNED } from '../../corpus/index.ts';
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
  return { said, noticed: one(find.selector) !== null };
};

const percent = (share: number): number => 100 * share;
const shareOf = (seen: Seen[]): number => percent(seen.filter(({ noticed }) => noticed).length / seen.length);

/** The detector's code with the browser's own layout on every page of the corpus. */
export async function* detector(bench: Bench): AsyncGenerator<Figure> {
  const script = await detectorScript();
  const tab = await (await bench.browser('none')).tab();
  for (const [name, pages] of [
    ['tuned on', TUNED],
    ['held out', HELD_OUT],
    ['held out again', HELD_OUT_AGAIN],
  ] as const) {
    const seen = await seeAll(tab, pages, script);
    const verdict = judge(pages.map((page, at) => ({ page, said: seen[at]?.said ?? [] })));
    const note = verdict.failures.join('; ');
    const head = (what: string) => ({ figure: `image detector, ${name}: ${what}`, unit: '%' });
    yield alone({ ...head('precision'), note }, [percent(precision(verdict))], '>= 99 %', ({ max }) => max >= 99);
    yield alone({ ...head('recall'), note }, [percent(recall(verdict))], '>= 95 %', ({ max }) => max >= 95);
    const positive = seen.filter((_, at) => pages[at]?.answer.length);
    const negative = seen.filter((_, at) => !pages[at]?.answer.length);
    yield alone(head('selector, recall'), [shareOf(positive)], '>= 95 %', ({ max }) => max >= 95);
    yield alone(head('selector, false alarms'), [shareOf(negative)], 'none', () => true);
  }
  await tab.close();
}

async function seeAll(tab: Tab, pages: readonly Page[], script: string): Promise<Seen[]> {
  const site = await serveCorpus(pages);
  const seen: Seen[] = [];
  try {
    for (const page of pages) {
      await tab.goto(site.url(page));
      await tab.cdp.send('Runtime.evaluate', { expression: script });
      seen.push(await tab.run(detect, page.answer));
    }
  } finally {
    site.close();
  }
  return seen;
}
