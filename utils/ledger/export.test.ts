import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEntry } from '../../test/fakes/ledger';
import { toCsv, toJson } from './export';

/** RFC 4180, read the strict way. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const found = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
      found.lastIndex = at;
      const match = found.exec(text);
      if (!match) throw new Error(`not CSV at ${at}: ${text.slice(at, at + 40)}`);
      at = found.lastIndex;
      row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
      if (match[3] !== ',') break;
    }
    rows.push(row);
  }
  return rows;
}

describe('CSV', () => {
  it('has a line of headings and one a job', () => {
    const [head, ...rows] = parse(toCsv([newEntry(), newEntry({ job: 'job-2', cost: null, deliveredAt: null })]));
    const read = rows.map((row) => Object.fromEntries(row.map((text, index) => [head?.[index], text])));
    expect(read[0]).toEqual({
      ended: '2026-11-22T12:00:00.000Z',
      day: '2026-11-22',
      site: 'shop.example',
      origin: 'https://shop.example',
      path_hash: '0123456789abcdef',
      kind: 'recaptcha',
      service: 'capmonster',
      noticed: '2026-11-22T11:59:51.000Z',
      created: '2026-11-22T11:59:52.000Z',
      ready: '2026-11-22T11:59:59.000Z',
      delivered: '2026-11-22T12:00:00.000Z',
      polls: '3',
      outcome: 'delivered',
      error_code: '',
      cost_usd: '0.0006',
      cost_source: 'service',
      reported: 'no',
      job: 'job-1',
    });
    expect(read[1]).toMatchObject({ job: 'job-2', cost_usd: '', cost_source: '', delivered: '' });
  });

  it.each(['=HYPERLINK("http://x.example")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'has %j read as text and not as a formula',
    (errorCode) => {
      const [, row] = parse(toCsv([newEntry({ errorCode })]));
      expect(row).toContain(`'${errorCode}`);
    },
  );

  it('brings back any text, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (errorCode) => {
        const [head, row] = parse(toCsv([newEntry({ errorCode })]));
        expect(row).toHaveLength(head?.length ?? 0);
        const text = row?.[head?.indexOf('error_code') ?? -1];
        expect(text?.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(errorCode);
      }),
    );
  });
});

it('JSON brings the entries back', () => {
  const entries = [newEntry(), newEntry({ job: 'job-2', cost: null })];
  expect(JSON.parse(toJson(entries))).toEqual({
    version: 1,
    entries: [
      { ...entries[0], costUsd: '0.0006' },
      { ...entries[1], costUsd: null },
    ],
  });
});
