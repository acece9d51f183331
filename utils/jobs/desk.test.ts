import { describe, expect, it } from 'vitest';
import { fakeBackground } from '../../test/fakes/desk';
import { newWidget, settle } from '../../test/fakes/jobs';

const fields = { answered: true };

describe('one widget, one job', () => {
  it('solves a widget once, however often it is announced', async () => {
    const { page, clock, creates } = fakeBackground();
    const one = page('one');
    for (let times = 0; times < 20; times++) await one.show(newWidget('w1', { used: times % 2 === 0 }));
    await clock.advance(10_000);
    for (let times = 0; times < 20; times++) await one.show(newWidget('w1', fields));
    await clock.advance(300_000);
    expect(creates).toEqual(['https://site.example/form']);
    expect(one.tokens()).toEqual(['TOKEN1']);
  });

  it('gives two widgets two answers', async () => {
    const { page, clock } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'), newWidget('w2'));
    await clock.advance(10_000);
    const delivered = one.said.filter((message) => message.type === 'deliver');
    expect(delivered).toMatchObject([
      { ref: 'w1', token: 'TOKEN1' },
      { ref: 'w2', token: 'TOKEN2' },
    ]);
  });

  it('does not pay again by itself once an answer has expired or failed', async () => {
    const { page, clock, creates } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await clock.advance(10_000);
    await one.show(newWidget('w1', fields));
    await one.show(newWidget('w1'));
    await clock.advance(100_000);
    expect(creates).toHaveLength(1);
    expect(one.badge('w1')).toEqual({ show: 'offer', text: 'Solve again' });
    await one.press('w1');
    await clock.advance(10_000);
    expect(creates).toHaveLength(2);
  });

  it('does not go round and pay for a page that draws its widget anew at every answer', async () => {
    const { page, clock, creates } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await clock.advance(9_000);
    await one.show(newWidget('w2'));
    // Anything that makes the agent speak again, at any time.
    for (let times = 0; times < 30; times++) {
      await clock.advance(1_000);
      await one.show(newWidget('w2', { used: times % 2 === 0 }));
    }
    expect(creates).toHaveLength(1);
    expect(one.badge('w2')).toMatchObject({ show: 'offer' });
    await one.press('w2');
    expect(creates).toHaveLength(2);
  });

  it('offers another try after a failure and takes none itself', async () => {
    const refusal = { class: 'task', message: 'M.', advice: 'A.', code: 'C', retryAfterMs: null } as const;
    const { page, clock, creates } = fakeBackground({ created: { outcome: 'refused', refusal } });
    const one = page('one');
    for (let times = 0; times < 5; times++) await one.show(newWidget('w1', { used: times % 2 === 0 }));
    await clock.advance(300_000);
    expect(creates).toHaveLength(1);
    expect(one.badge('w1')).toEqual({ show: 'problem', text: 'M.', advice: 'A.', retry: true });
  });

  it('stops when the person was faster', async () => {
    const { page, clock, polls } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await one.show(newWidget('w1', fields));
    expect(one.badge('w1')).toEqual({ show: 'nothing' });
    await clock.advance(60_000);
    expect(one.tokens()).toEqual([]);
    expect(polls.length).toBeLessThanOrEqual(4);
  });

  it('stops at a click, and stays stopped', async () => {
    const { page, clock, creates, polls } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await one.press('w1', 'cancel');
    await one.show(newWidget('w1', { used: true }));
    await clock.advance(60_000);
    expect(creates).toHaveLength(1);
    expect(polls).toEqual([]);
    expect(one.badge('w1')).toEqual({ show: 'offer', text: 'Solve' });
  });
});

describe('budgets', () => {
  it('hold for a page with 200 widgets', async () => {
    const { page, clock, creates } = fakeBackground();
    const one = page('one');
    const widgets = Array.from({ length: 200 }, (_, index) => newWidget(`w${index}`));
    await one.show(...widgets);
    expect(creates).toHaveLength(5);
    await clock.advance(600_000);
    expect(creates).toHaveLength(30);
  });

  it('hold for twenty frames that announce at once', async () => {
    const { page, live, creates } = fakeBackground();
    const frames = Array.from({ length: 20 }, (_, frameId) => page(`d${frameId}`, { frameId }));
    await Promise.all(
      frames.map(({ frame }) =>
        live.desk.widgets(frame, { type: 'widgets', document: frame.document, widgets: [newWidget('w1')] }),
      ),
    );
    await settle();
    expect(creates).toHaveLength(5);
  });

  it('let a waiting widget in when another has finished', async () => {
    const { page, clock, creates } = fakeBackground();
    const one = page('one');
    await one.show(...Array.from({ length: 6 }, (_, index) => newWidget(`w${index}`)));
    expect(creates).toHaveLength(5);
    await clock.advance(9_000);
    expect(creates).toHaveLength(6);
  });

  it('do not swallow a press: it is done when there is room', async () => {
    const { page, clock, creates } = fakeBackground({
      settings: { mode: 'ask', budgets: { perDay: 9, moneyPerDay: 1, perSiteHour: 9, atOnce: 1, atOncePerSite: 1 } },
    });
    const one = page('one');
    await one.show(newWidget('w1'), newWidget('w2'));
    await one.press('w1');
    await one.press('w2');
    expect(creates).toHaveLength(1);
    await clock.advance(30_000);
    expect(creates).toHaveLength(2);
  });
});

describe('badges', () => {
  it('say "solved" after a delivery and do not take it back', async () => {
    const { page, clock } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await clock.advance(10_000);
    expect(one.badge('w1')).toEqual({ show: 'done', text: 'Solved', seconds: 8 });
    await one.show(newWidget('w1', fields));
    expect(one.badge('w1')).toEqual({ show: 'done', text: 'Solved', seconds: 8 });
  });

  it('offer another one when the page has reset it, be it in the very callback', async () => {
    const { page, clock, creates } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await clock.advance(10_000);
    await one.show(newWidget('w1'));
    expect(one.badge('w1')).toEqual({ show: 'offer', text: 'Solve again' });
    expect(creates).toHaveLength(1);
  });

  it('are not drawn anew at each poll: a screen reader would speak each time, and the focus would be lost', async () => {
    const { page, clock } = fakeBackground();
    const one = page('one');
    await one.show(newWidget('w1'));
    await clock.advance(6_500);
    const shown = one.said.filter((message) => message.type === 'badge' && message.badge.show !== 'nothing');
    expect(shown).toHaveLength(1);
  });

  it('are taken back in a page that may still show one of long ago', async () => {
    const { page } = fakeBackground({ settings: { mode: 'off' } });
    const one = page('one');
    await one.show(newWidget('w1'));
    expect(one.said).toEqual([{ type: 'badge', ref: 'w1', badge: { show: 'nothing' } }]);
  });

  it.each([
    ['off', { settings: { mode: 'off' as const } }, 'Solvent is off here.'],
    ['without a key', {}, 'There is no key yet.'],
  ])('say why not where Solvent is %s and the person asks for this very widget', async (_, given, text) => {
    const { page, rules, creates } = fakeBackground(given);
    if (!('settings' in given)) rules.means = { service: null, paused: null };
    const one = page('one');
    await one.show(newWidget('w1'));
    expect(one.badge('w1')).toEqual({ show: 'nothing' });
    await one.press('w1');
    expect(one.badge('w1')).toMatchObject({ show: 'problem', text, retry: false });
    expect(creates).toEqual([]);
  });

  it('offer a button in the mode "ask", once', async () => {
    const { page, creates } = fakeBackground({ settings: { mode: 'ask' } });
    const one = page('one');
    for (let times = 0; times < 3; times++) await one.show(newWidget('w1'));
    expect(one.said).toEqual([{ type: 'badge', ref: 'w1', badge: { show: 'offer', text: 'Solve' } }]);
    expect(creates).toEqual([]);
  });
});

describe('rulesChanged', () => {
  it('tries jobs again that failed for the sake of the account, and no others', async () => {
    const refusal = {
      class: 'config',
      message: 'M.',
      advice: 'A.',
      code: 'ERROR_ZERO_BALANCE',
      retryAfterMs: null,
    } as const;
    const { page, live, creates } = fakeBackground({ created: { outcome: 'refused', refusal } });
    const one = page('one');
    await one.show(newWidget('w1'));
    await live.desk.rulesChanged(() => false);
    expect(creates).toHaveLength(1);
    await live.desk.rulesChanged((job) => job.state.name === 'failed');
    await settle();
    expect(creates).toHaveLength(2);
  });

  it('judges again when Solvent is turned on', async () => {
    const { page, live, rules, creates } = fakeBackground({ settings: { mode: 'off' } });
    const one = page('one');
    await one.show(newWidget('w1'));
    expect(creates).toEqual([]);
    rules.settings = { ...rules.settings, mode: 'automatic' };
    await live.desk.rulesChanged(() => false);
    await settle();
    expect(creates).toHaveLength(1);
  });
});

describe('views', () => {
  it('lists the widgets of one tab', async () => {
    const { page, live, clock } = fakeBackground();
    await page('one').show(newWidget('w1'), newWidget('w2', { inView: false }));
    await page('two', { tabId: 2 }).show(newWidget('w1'));
    expect(live.desk.views(1)).toMatchObject([
      { kind: 'recaptcha', host: 'site.example', state: 'working' },
      { state: 'waiting', message: 'It is out of view.' },
    ]);
    await clock.advance(10_000);
    expect(live.desk.views(2)).toMatchObject([{ state: 'delivered' }]);
    expect(live.desk.views(3)).toEqual([]);
  });
});
