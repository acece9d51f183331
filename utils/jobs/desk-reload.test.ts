import { describe, expect, it } from 'vitest';
import { fakeBackground } from '../../test/fakes/desk';
import { newWidget, settle } from '../../test/fakes/jobs';

describe('reload', () => {
  it('keeps the job: nothing is paid twice', async () => {
    const { page, clock, creates } = fakeBackground();
    const before = page('before');
    await before.show(newWidget('w1'));
    await clock.advance(3_000);
    await before.leave();
    await clock.advance(1_000);
    const after = page('after');
    await after.show(newWidget('w9'));
    await clock.advance(20_000);
    expect(creates).toHaveLength(1);
    expect(before.tokens()).toEqual([]);
    expect(after.tokens()).toEqual(['TOKEN1']);
  });

  it('keeps an answer that came while nobody was there, as long as it is fresh', async () => {
    const { page, clock, creates } = fakeBackground();
    const before = page('before');
    await before.show(newWidget('w1'));
    await before.leave();
    await clock.advance(60_000);
    const after = page('after');
    await after.show(newWidget('w1'));
    expect(after.tokens()).toEqual(['TOKEN1']);
    expect(creates).toHaveLength(1);
  });

  it('begins anew when the answer has become too old', async () => {
    const { page, clock, creates } = fakeBackground();
    const before = page('before');
    await before.show(newWidget('w1'));
    await before.leave();
    await clock.advance(125_000);
    const after = page('after');
    await after.show(newWidget('w1'));
    await clock.advance(10_000);
    expect(creates).toHaveLength(2);
    expect(after.tokens()).toEqual(['TOKEN2']);
  });

  it.each([
    ['another site', { place: { site: 'other.example', incognito: false } }, {}, {}],
    ['a private window', { place: { site: 'site.example', incognito: true } }, {}, {}],
    ['another site key', {}, {}, { websiteKey: '6LdAnother_AAAAAJcZVRqyHh71UMIEGNQ_MXjiZ' }],
    ['another one-time value', {}, {}, { s: 'x' }],
    ['an answered widget', {}, { answered: true }, {}],
    ['a hidden duplicate', {}, { rendered: false, inView: false }, {}],
    // Its callback would go off although nobody did anything.
    ['an invisible widget that nobody executed', {}, {}, { invisible: true }],
  ])('gives it not to %s', async (_, frame, situation, facts) => {
    const { page, clock } = fakeBackground({ settings: { privateWindows: true } });
    const before = page('before');
    const invisible = 'invisible' in facts;
    await before.show(newWidget('w1', { challengeShown: invisible }, { invisible }));
    await before.leave();
    const after = page('after', frame);
    await after.show(newWidget('w1', situation, facts));
    await clock.advance(30_000);
    expect(after.tokens()).not.toContain('TOKEN1');
  });

  it('gives one job to one of two widgets', async () => {
    const { page, clock, creates } = fakeBackground();
    const before = page('before');
    await before.show(newWidget('w1'));
    await before.leave();
    const after = page('after');
    await after.show(newWidget('w1'), newWidget('w2'));
    await clock.advance(30_000);
    expect(creates).toHaveLength(2);
    expect(after.tokens().sort()).toEqual(['TOKEN1', 'TOKEN2']);
  });

  it('follows a widget that the page draws anew', async () => {
    const { page, clock, creates } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await one.show(newWidget('w2'));
    await clock.advance(30_000);
    expect(creates).toHaveLength(1);
    expect(one.said.filter((message) => message.type === 'deliver')).toMatchObject([{ ref: 'w2', token: 'TOKEN1' }]);
  });

  it('leaves nothing behind in the end', async () => {
    const { page, clock, entries, live } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await one.leave();
    await clock.advance(600_000);
    expect(live.runner.jobs()).toEqual([]);
    expect(entries.size).toBe(0);
  });

  it('stops asking when the tab is gone for good', async () => {
    const { page, clock, polls } = fakeBackground({ solvedAfter: 1e9 });
    const one = page('one');
    await one.show(newWidget('w1'));
    await one.leave();
    await clock.advance(600_000);
    expect(polls.length).toBeLessThanOrEqual(16);
  });

  it('pays for no page that is gone before its turn came', async () => {
    const { page, live, creates } = fakeBackground();
    const one = page('one');
    const announced = live.desk.widgets(one.frame, { type: 'widgets', document: 'one', widgets: [newWidget('w1')] });
    await live.desk.disconnect(one.frame);
    await announced;
    await settle();
    expect(creates).toEqual([]);
  });

  it('keeps the job of a frame that has come back at once', async () => {
    const { page, live, clock, creates } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    const gone = live.desk.disconnect(one.frame);
    const again = page('one');
    await gone;
    await live.desk.refresh(again.frame);
    await again.show(newWidget('w1'));
    await clock.advance(10_000);
    expect(creates).toHaveLength(1);
    expect(again.tokens()).toEqual(['TOKEN1']);
  });
});

describe('the worker dies', () => {
  it('goes on for a page that reconnects', async () => {
    const { page, boot, live, clock, creates } = fakeBackground();
    await page('one').show(newWidget('w1'));
    await clock.advance(3_000);
    clock.forget();
    boot();
    const again = page('one');
    await live.desk.refresh(again.frame);
    await again.show(newWidget('w1'));
    await clock.advance(10_000);
    expect(creates).toHaveLength(1);
    expect(again.tokens()).toEqual(['TOKEN1']);
  });

  it('does not lose a click that comes before the journal was read', async () => {
    const { page, boot, live, clock } = fakeBackground();
    await page('one').show(newWidget('w1'));
    clock.forget();
    boot();
    const again = page('one');
    await live.desk.pressed(again.frame, { type: 'pressed', document: 'one', ref: 'w1', button: 'cancel' });
    await settle();
    expect(live.runner.jobs().map(({ state }) => state.name)).toEqual(['cancelled']);
  });

  it('keeps the job of a page that was reloaded while there was no worker', async () => {
    const { page, boot, clock, creates } = fakeBackground();
    await page('one').show(newWidget('w1'));
    clock.forget();
    boot();
    const elsewhere = page('two', { tabId: 2 });
    await elsewhere.show(newWidget('w1'));
    expect(creates).toHaveLength(2);
    const after = page('after');
    await after.show(newWidget('w1'));
    await clock.advance(20_000);
    expect(creates).toHaveLength(2);
    expect(after.tokens()).toEqual(['TOKEN1']);
  });

  it('releases the jobs of pages that do not come back', async () => {
    const { page, boot, live, clock, creates } = fakeBackground();
    await page('one').show(newWidget('w1'));
    clock.forget();
    boot();
    await live.runner.ready;
    await live.desk.releaseLost();
    expect(live.runner.jobs()).toMatchObject([{ owner: null }]);
    const after = page('after');
    await after.show(newWidget('w1'));
    await clock.advance(20_000);
    expect(creates).toHaveLength(1);
    expect(after.tokens()).toEqual(['TOKEN1']);
  });
});
