import { describe, expect, it } from 'vitest';
import { fakeBackground } from '../../test/fakes/desk';
import { newWidget } from '../../test/fakes/jobs';

const answered = { answered: true };

/** A page whose widget a person has solved while the service was at work. */
async function solvedByHand(after = 3_000) {
  const background = fakeBackground();
  const one = background.page('one');
  await one.show(newWidget('w1'));
  await background.clock.advance(after);
  await one.show(newWidget('w1', answered));
  return { ...background, one };
}

describe('solved by hand meanwhile', () => {
  it('tells the page nothing, and takes the badge away', async () => {
    const { one, clock } = await solvedByHand();
    expect(one.badge('w1')).toEqual({ show: 'nothing' });
    await clock.advance(60_000);
    expect(one.tokens()).toEqual([]);
  });

  it('keeps the answer for the next widget that asks for the same', async () => {
    const { page, clock, creates } = await solvedByHand();
    await clock.advance(60_000);
    const two = page('two');
    await two.show(newWidget('w1'));
    expect(two.tokens()).toEqual(['TOKEN1']);
    expect(creates).toHaveLength(1);
  });

  it('keeps it for the same widget, once its own answer has expired', async () => {
    const { one, clock, creates } = await solvedByHand();
    await clock.advance(60_000);
    await one.show(newWidget('w1'));
    expect(one.tokens()).toEqual(['TOKEN1']);
    expect(creates).toHaveLength(1);
  });

  it('keeps it no longer than it is fresh; it ends as unused', async () => {
    const { page, clock, creates, live, ended } = await solvedByHand();
    await clock.advance(120_000);
    expect(live.runner.jobs()).toEqual([]);
    expect(ended).toEqual(['expired']);
    const two = page('two');
    await two.show(newWidget('w1'));
    expect(creates).toHaveLength(2);
  });

  it('fetches what was paid for even where createTask was still on its way', async () => {
    const { page, live, clock, creates } = fakeBackground({ createAfter: 5_000 });
    const one = page('one');
    await one.show(newWidget('w1'));
    await one.show(newWidget('w1', answered));
    await clock.advance(15_000);
    expect(live.runner.jobs()).toMatchObject([{ state: { name: 'solved' }, owner: null }]);
    const two = page('two');
    await two.show(newWidget('w1'));
    expect(two.tokens()).toEqual(['TOKEN1']);
    expect(creates).toHaveLength(1);
  });

  it('keeps an answer that the agent hands back', async () => {
    const { page, live, clock, creates } = fakeBackground({ takes: false });
    const one = page('one');
    await one.show(newWidget('w1'));
    await clock.advance(20_000);
    const [job] = live.runner.jobs();
    const back = { type: 'undeliverable', document: 'one', job: job?.id ?? '', reason: 'answered' } as const;
    await live.desk.undeliverable(one.frame, back);
    expect(live.runner.jobs()).toMatchObject([{ state: { name: 'solved' }, owner: null }]);
    expect(creates).toHaveLength(1);
  });
});
