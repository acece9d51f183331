import { describe, expect, it, vi } from 'vitest';
import { NOON, newEntry } from '../../test/fakes/ledger';
import type { HistoryRequest } from '../messages/history';
import { createHistory } from './history';

/** A background with so many entries, ten a page. */
async function open(count: number) {
  const entries = Array.from({ length: count }, (_, index) => newEntry({ job: `job-${index}`, at: NOON - index }));
  const state = { entries, fails: false, notify: () => {} };
  const history = ({ filter, before }: HistoryRequest) => {
    const fits = state.entries.filter(({ service }) => !filter.service || service === filter.service);
    const older = fits.filter(({ at }) => !before || at < before[0]);
    return { entries: older.slice(0, 10), more: older.length > 10, today: '2026-11-22', days: [] };
  };
  const ask = vi.fn(async (name: string, request?: unknown) => {
    if (state.fails) throw new Error('No response');
    if (name === 'history') return history(request as HistoryRequest);
    if (name === 'historyFacets')
      return { services: [{ id: 'capmonster', label: 'CapMonster' }], sites: ['a.example'] };
    if (name === 'deleteHistory') state.entries = [];
    const { after } = (request ?? {}) as { after?: [number, string] };
    const oldest = state.entries.toReversed();
    return name === 'exportEntries' ? oldest.filter(({ at }) => !after || at > after[0]).slice(0, 10) : undefined;
  });
  const save = vi.fn();
  const made = createHistory({
    ask: ask as never,
    save,
    onChange: (notify) => {
      state.notify = notify;
    },
  });
  await made.ready;
  const first = () => made.view.value?.entries[0]?.job;
  return { ...made, state, ask, save, first };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the history', () => {
  it('turns pages back and forth', async () => {
    const { actions, turned, view, first } = await open(25);
    await actions.older();
    expect(first()).toBe('job-10');
    await actions.older();
    expect([first(), view.value?.entries.length, view.value?.more]).toEqual(['job-20', 5, false]);
    await actions.older();
    expect(first()).toBe('job-20');
    await actions.newer();
    expect(first()).toBe('job-10');
    await actions.newer();
    expect([first(), turned.value]).toEqual(['job-0', []]);
  });

  it('shows what is new on the first page, and lets the others stand', async () => {
    const { actions, state, first } = await open(25);
    state.entries = [newEntry({ job: 'new', at: NOON + 1 }), ...state.entries];
    state.notify();
    await settle();
    expect(first()).toBe('new');
    await actions.older();
    const seen = first();
    state.entries = [newEntry({ job: 'newer', at: NOON + 2 }), ...state.entries];
    state.notify();
    await settle();
    expect(first()).toBe(seen);
  });

  it('asks for the sites again when there is a new one, once', async () => {
    const { state, ask } = await open(3);
    const asked = () => ask.mock.calls.filter(([name]) => name === 'historyFacets').length;
    const before = asked();
    state.entries = [newEntry({ job: 'new', site: 'new.example' }), ...state.entries];
    for (let times = 0; times < 3; times++) {
      state.notify();
      await settle();
    }
    expect(asked()).toBe(before + 1);
  });

  it('narrows from the first page on, and widens again', async () => {
    const { actions, filter, turned, view } = await open(25);
    await actions.older();
    await actions.narrow({ service: 'nobody' });
    expect([view.value?.entries, turned.value]).toEqual([[], []]);
    await actions.narrow({ service: undefined });
    expect([view.value?.entries.length, filter.value]).toEqual([10, {}]);
  });

  it('saves all of it, in batches, oldest first', async () => {
    const { actions, save } = await open(25);
    await actions.save('csv');
    const [name, type, text] = save.mock.calls[0] ?? [];
    expect([name, type, text.split('\r\n').length]).toEqual(['solvent-history-2026-11-22.csv', 'text/csv', 27]);
    await actions.save('json');
    const { entries } = JSON.parse(save.mock.calls[1]?.[2]);
    expect([entries.length, entries[0].job]).toEqual([25, 'job-24']);
  });

  it('deletes and shows that nothing is left', async () => {
    const { actions, view, work } = await open(25);
    await actions.older();
    await actions.remove();
    expect([view.value?.entries, work.value]).toEqual([[], null]);
  });

  it('says what did not work', async () => {
    const { actions, state, save, trouble, work } = await open(1);
    state.fails = true;
    await actions.save('csv');
    expect([trouble.value, work.value]).toEqual(['Saving the history did not work. Try once more.', null]);
    expect(save).not.toHaveBeenCalled();
    state.fails = false;
    await actions.save('csv');
    expect(trouble.value).toBeNull();
  });
});
