import { describe, expect, it } from 'vitest';
import { fakeBackground } from '../../test/fakes/desk';
import { newWidget, settle } from '../../test/fakes/jobs';

describe('allow 10 more', () => {
  const budgets = { perDay: 1, moneyPerDay: 1, perSiteHour: 100, atOnce: 20, atOncePerSite: 20 };
  const widgets = Array.from({ length: 14 }, (_, index) => newWidget(`w${index}`));

  it('is offered where a budget is reached, and a press in the badge allows ten', async () => {
    const { page, creates, live } = fakeBackground({ settings: { budgets } });
    const one = page('one');
    await one.show(...widgets);
    expect(creates).toHaveLength(1);
    const offer = { show: 'problem', text: 'The limit of 1 task a day is reached.', retry: false, more: true };
    expect(one.badge('w1')).toMatchObject(offer);
    expect(live.desk.views(1)[1]).toMatchObject({ state: 'waiting', more: 'day' });
    await one.press('w3', 'more');
    expect(creates).toHaveLength(11);
    expect(one.badge('w3')).toMatchObject({ show: 'working' });
    expect(one.badge('w13')).toMatchObject(offer);
  });

  it('holds in all tabs, and counts for all of them', async () => {
    const { page, creates } = fakeBackground({ settings: { budgets } });
    const [one, two] = [page('one'), page('two', { tabId: 2, place: { site: 'b.example', incognito: false } })];
    await one.show(newWidget('w1'), newWidget('w2'));
    await two.show(...widgets);
    expect(creates).toHaveLength(1);
    await one.press('w2', 'more');
    await settle();
    expect(creates).toHaveLength(11);
  });

  it('in the popup: for a widget that waits for it, and for none otherwise', async () => {
    const { page, creates, live, tally } = fakeBackground({ settings: { budgets } });
    const one = page('one');
    await live.desk.allowMore('day', 'site.example');
    await one.show(newWidget('w1'), newWidget('w2'), newWidget('w3'));
    await live.desk.allowMore('money', 'site.example');
    await live.desk.allowMore('day', 'other.example');
    expect(tally.book.grants).toEqual([]);
    expect(creates).toHaveLength(1);
    await live.desk.allowMore('day', 'site.example');
    expect(creates).toHaveLength(3);
  });

  it('does not outlive the press: it is not kept for a limit that is reached later', async () => {
    const { page, creates, tally } = fakeBackground({ settings: { mode: 'ask', budgets } });
    const one = page('one');
    await one.show(newWidget('w1'), newWidget('w2'));
    await one.press('w1', 'more');
    expect(creates).toHaveLength(1);
    await one.press('w2');
    expect(creates).toHaveLength(1);
    expect(tally.book.grants).toEqual([]);
    expect(one.badge('w2')).toMatchObject({ more: true });
  });

  it('is not offered at a limit of nought', async () => {
    const { page, creates } = fakeBackground({ settings: { budgets: { ...budgets, perDay: 0 } } });
    const one = page('one');
    await one.show(newWidget('w1'));
    expect(one.badge('w1')).not.toHaveProperty('more');
    await one.press('w1', 'more');
    expect(creates).toHaveLength(0);
  });
});
