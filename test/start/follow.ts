import type { Page } from 'playwright';
import type { DemoResult } from '../sandbox/pages/demo-cards.ts';

export interface Seen {
  /** How many widgets the page has. */
  total: number;
  results: DemoResult[];
  /** Widgets whose callback came more than once. */
  again: number;
}

type DemoWindow = typeof globalThis & { demo?: DemoResult[] };

const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({
    total: document.querySelectorAll('.card').length,
    results: (window as DemoWindow).demo ?? [],
    again: [...document.querySelectorAll('.card')].filter((card) => card.textContent.includes('called back twice'))
      .length,
  }));

const isOver = ({ verdict }: DemoResult): boolean => verdict !== null;
const line = ({ kind, seconds, verdict }: DemoResult): string =>
  `  ${kind.padEnd(14)} ${(seconds ?? 0).toFixed(1).padStart(5)} s   ${verdict}`;

/** Presses what a person would press: invisible widgets ask only then. */
export async function pressButtons(page: Page): Promise<void> {
  for (const button of await page.locator('button[id^="ask-"]').all()) await button.click();
}

/** Prints each widget's result as it comes. Ends with the last of them, or when the time is up; answers what was seen. */
export async function follow(page: Page, deadline: number, say: (line: string) => void): Promise<Seen> {
  const said = new Set<number>();
  for (;;) {
    const seen = await look(page);
    seen.results.forEach((result, index) => {
      if (!isOver(result) || said.has(index)) return;
      said.add(index);
      say(line(result));
    });
    if (said.size >= seen.total || Date.now() >= deadline) return seen;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The last line, and whether everything was accepted. */
export function summary({ total, results, again }: Seen): { ok: boolean; text: string } {
  const accepted = results.filter(({ verdict }) => verdict === 'accepted').length;
  if (total > 0 && accepted === total && again === 0) return { ok: true, text: `All ${total} accepted.` };
  const waiting = results.filter((result) => !isOver(result)).map(({ kind }) => kind);
  const parts = [
    `Only ${accepted} of ${total} accepted`,
    ...(waiting.length ? [`no answer for: ${waiting.join(', ')}`] : []),
    ...(total > results.length ? [`${total - results.length} never shown`] : []),
    ...(again ? [`${again} called back twice`] : []),
  ];
  return { ok: false, text: `${parts.join('; ')}.` };
}
