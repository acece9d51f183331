import { expect, it, vi } from 'vitest';
import { inTurn } from './in-turn';

const QUOTA = new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.');
const waiting = () => vi.fn(async (_ms: number) => undefined);

it('waits half a second and more where the browser was asked too often, and looks again', async () => {
  const look = vi
    .fn(async () => 'picture')
    .mockRejectedValueOnce(QUOTA)
    .mockRejectedValueOnce(QUOTA);
  const wait = waiting();
  expect(await inTurn(look, wait)).toBe('picture');
  expect(wait.mock.calls).toEqual([[550], [550]]);
});

it('does not wait for what will not change', async () => {
  const look = vi.fn(async () => 'picture').mockRejectedValueOnce(new Error('No window with id: 1.'));
  const wait = waiting();
  await expect(inTurn(look, wait)).rejects.toThrow('No window');
  expect(wait).not.toHaveBeenCalled();
});

it('gives up after five looks', async () => {
  const look = vi.fn(async () => 'picture').mockRejectedValue(QUOTA);
  await expect(inTurn(look, waiting())).rejects.toThrow('PER_SECOND');
  expect(look).toHaveBeenCalledTimes(5);
});
