import { expect, it, vi } from 'vitest';
import { mirror } from './mirror';

/** A load whose answers are given by hand. */
function byHand() {
  const waiting: ((value: string) => void)[] = [];
  const load = vi.fn(() => new Promise<string>((resolve) => waiting.push(resolve)));
  const answer = async (value: string) => {
    waiting.shift()?.(value);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { load, answer };
}

it('asks once at a time, and once more for all that came meanwhile', async () => {
  const { load, answer } = byHand();
  const { view, refresh } = mirror(load);
  void refresh();
  void refresh();
  void refresh();
  expect(load).toHaveBeenCalledTimes(1);
  await answer('one');
  expect(load).toHaveBeenCalledTimes(2);
  await answer('two');
  expect(load).toHaveBeenCalledTimes(2);
  expect(view.value).toBe('two');
});

it('drops an answer that the person overtook', async () => {
  const { load, answer } = byHand();
  const { view, refresh, edit } = mirror(load);
  void refresh();
  await answer('old');
  void refresh();
  edit(() => 'mine');
  await answer('old');
  expect(view.value).toBe('mine');
  await answer('mine, confirmed');
  expect(view.value).toBe('mine, confirmed');
});

it('holds a change until it was sent, then shows what became of it', async () => {
  const { load, answer } = byHand();
  const { view, refresh, write } = mirror(load);
  void refresh();
  await answer('old');
  let sent = () => {};
  const writing = write(
    () => 'mine',
    () =>
      new Promise<void>((resolve) => {
        sent = resolve;
      }),
  );
  void refresh();
  await answer('old');
  expect(view.value).toBe('mine');
  sent();
  await writing;
  await answer('taken');
  expect(view.value).toBe('taken');
});

it('is unreachable only while it has nothing to show', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('asleep')).mockResolvedValueOnce('awake');
  const { view, unreachable, refresh } = mirror(load);
  await refresh();
  expect(unreachable.value).toBe(true);
  await refresh();
  expect([view.value, unreachable.value]).toEqual(['awake', false]);
  load.mockRejectedValueOnce(new Error('asleep again'));
  await refresh();
  expect([view.value, unreachable.value]).toEqual(['awake', false]);
});
