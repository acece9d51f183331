import type { Page } from './page.ts';

/** A detection told by numbers, so that it can leave the page: which of the answers it is, if any. */
export interface Said {
  certain: boolean;
  /** Index of the answer whose picture and field these are; -1 where there is none. */
  answer: number;
}

export interface Verdict {
  found: number;
  missed: number;
  wrong: number;
  /** Found, but only offered. */
  offered: number;
  /** Offered where there is nothing. */
  offeredWrong: number;
  /** Pages that went wrong, and how. */
  failures: string[];
}

/** Counts captchas, not pages: found and missed of those there are, wrong of those that were said. */
export function judge(results: readonly { page: Page; said: readonly Said[] }[]): Verdict {
  const verdict: Verdict = { found: 0, missed: 0, wrong: 0, offered: 0, offeredWrong: 0, failures: [] };
  for (const { page, said } of results) {
    const sure = said.filter(({ certain }) => certain);
    const right = new Set(sure.map(({ answer }) => answer).filter((answer) => answer >= 0)).size;
    const wrong = sure.length - right;
    const missed = page.answer.length - right;
    verdict.found += right;
    verdict.missed += missed;
    verdict.wrong += wrong;
    verdict.offered += said.filter(({ certain, answer }) => !certain && answer >= 0).length;
    verdict.offeredWrong += said.filter(({ certain, answer }) => !certain && answer < 0).length;
    if (missed) verdict.failures.push(`missed ${missed} on ${page.name}`);
    if (wrong) verdict.failures.push(`wrongly found ${wrong} on ${page.name}`);
  }
  return verdict;
}

export const precision = ({ found, wrong }: Verdict): number => found / (found + wrong);
export const recall = ({ found, missed }: Verdict): number => found / (found + missed);
