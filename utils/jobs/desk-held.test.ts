import { describe, expect, it } from 'vitest';
import { fakeBackground } from '../../test/fakes/desk';
import { settle, situation } from '../../test/fakes/jobs';
import type { Situation, Widget } from '../messages/agent';
import type { Challenge } from '../widgets/challenge';

const SITE = 'site.example';
const arkose = (blob?: string): Challenge => ({
  kind: 'funcaptcha',
  websiteKey: '11111111-2222-4333-8444-555555555555',
  ...(blob !== undefined && { blob }),
});
const widget = (blob: string | undefined, over: Partial<Situation>): Widget => ({
  ref: 'w1',
  challenge: arkose(blob),
  situation: { ...situation, ...over },
});
const held = (blob: string) => widget(blob, { executed: true, held: true });

function opened(given: Parameters<typeof fakeBackground>[0] = {}) {
  const background = fakeBackground(given);
  const one = background.page('one');
  const types = () => one.said.map(({ type }) => type);
  /** The agent does what it was asked. */
  async function prepared(blob: string): Promise<void> {
    await background.live.desk.prepared(one.frame, {
      type: 'prepared',
      document: 'one',
      ref: 'w1',
      challenge: arkose(blob),
    });
    await settle();
  }
  return { ...background, one, types, prepared };
}

describe('a call of the page that is held', () => {
  it('is made sure of before a task is asked for, and nothing lets go of it in between', async () => {
    const { one, types, prepared, creates, clock } = opened();
    await one.show(held('B'));
    expect(types()).toEqual(['prepare']);
    expect(creates).toEqual([]);
    await prepared('B');
    await clock.advance(10_000);
    expect(creates).toHaveLength(1);
    expect(types().indexOf('badge')).toBeGreaterThan(0);
    expect(types()).not.toContain('release');
    expect(one.tokens()).toEqual(['TOKEN1']);
  });

  it('costs nothing where it has gone through meanwhile', async () => {
    const { one, live, creates, clock } = opened();
    await one.show(held('B'));
    await live.desk.unprepared(one.frame, { type: 'unprepared', document: 'one', ref: 'w1' });
    await one.show(widget('B', { executed: true }));
    await clock.advance(10_000);
    expect(creates).toEqual([]);
  });

  it.each([
    ['the mode asks', { mode: 'ask' }],
    ['the site lets it run', { sites: { [SITE]: { letRun: true } } }],
  ] as const)('is released at once where %s', async (_, settings) => {
    const { one, types, creates } = opened({ settings: settings as never });
    await one.show(held('B'));
    expect(types()).toContain('release');
    expect(types()).not.toContain('prepare');
    expect(creates).toEqual([]);
  });

  it('is released where there is no task after all', async () => {
    const { one, types, prepared, rules, creates } = opened();
    await one.show(held('B'));
    rules.settings = { ...rules.settings, mode: 'off' };
    await prepared('B');
    expect(types()).toContain('release');
    expect(creates).toEqual([]);
  });
});

describe('once it is answered', () => {
  it('another one-time value is another task, and the same one is not', async () => {
    const { one, prepared, creates, clock } = opened();
    await one.show(held('A'));
    await prepared('A');
    await clock.advance(10_000);
    await one.show(widget('A', { executed: true, answered: true }));
    await one.show(held('A'));
    await prepared('A');
    expect(creates).toHaveLength(1);
    await one.show(widget('B', {}));
    await one.show(held('B'));
    await prepared('B');
    await clock.advance(10_000);
    expect(creates).toHaveLength(2);
    expect(one.tokens()).toEqual(['TOKEN1', 'TOKEN2']);
  });
});
