import { describe, expect, it } from 'vitest';
import { fakeBackground } from '../../test/fakes/desk';
import { settle, situation } from '../../test/fakes/jobs';
import type { Widget } from '../messages/agent';

const BODY = 'iVBORw0KGgo'.repeat(20);
const picture = (ref: string, name: string, over: Partial<Widget['situation']> = {}): Widget => ({
  ref,
  challenge: { kind: 'image', picture: name, field: 'captcha' },
  situation: { ...situation, ...over },
});

/** A page with one picture, and an agent that says what it is told to. */
function opened(given: Parameters<typeof fakeBackground>[0] = {}) {
  const background = fakeBackground(given);
  const page = background.page('doc');
  const { desk } = background.live;
  const asked = () => page.said.filter(({ type }) => type === 'prepare').length;
  async function answer(ref: string, name: string): Promise<void> {
    const challenge = { ...picture(ref, name).challenge, body: BODY } as Widget['challenge'];
    await desk.prepared(page.frame, { type: 'prepared', document: 'doc', ref, challenge });
    await settle();
  }
  async function refuse(ref: string, reason?: string): Promise<void> {
    await desk.unprepared(page.frame, { type: 'unprepared', document: 'doc', ref, ...(reason && { reason }) });
    await settle();
  }
  return { ...background, page, asked, answer, refuse };
}

describe('a widget that has to be made ready', () => {
  it('is asked for once, and its task is made of what comes back', async () => {
    const { page, asked, answer, creates, live } = opened();
    await page.show(picture('w1', 'p1'));
    await page.show(picture('w1', 'p1', { used: true }));
    expect([asked(), creates.length]).toEqual([1, 0]);
    await answer('w1', 'p1');
    expect(creates).toHaveLength(1);
    expect(live.runner.jobs()[0]?.challenge).toMatchObject({ kind: 'image', picture: 'p1', body: BODY });
    await answer('w1', 'p1');
    expect(creates).toHaveLength(1);
  });

  it('makes no task of another picture than the one that was judged', async () => {
    const { page, answer, creates } = opened();
    await page.show(picture('w1', 'p1'));
    await answer('w1', 'p2');
    expect(creates).toHaveLength(0);
  });

  it('makes no task unasked, nor for a widget that is gone', async () => {
    const { page, answer, creates } = opened();
    await answer('w1', 'p1');
    await page.show(picture('w1', 'p1'));
    await page.show();
    await answer('w1', 'p1');
    expect(creates).toHaveLength(0);
  });

  it('is judged again: what was switched off meanwhile is let go, and costs nothing', async () => {
    const { page, rules, answer, creates } = opened();
    await page.show(picture('w1', 'p1'));
    rules.settings = { ...rules.settings, mode: 'off' };
    await answer('w1', 'p1');
    expect(creates).toHaveLength(0);
    expect(page.said).toContainEqual({ type: 'release', ref: 'w1' });
  });

  it('says why it could not be, and is not asked again until something changes or the person presses', async () => {
    const { page, asked, refuse, answer, creates } = opened();
    await page.show(picture('w1', 'p1'));
    await refuse('w1', 'It is covered.');
    expect(page.badge('w1')).toMatchObject({ show: 'problem', text: 'It is covered.' });
    await page.show(picture('w1', 'p1', { used: true }));
    expect(asked()).toBe(1);
    await page.press('w1');
    expect(asked()).toBe(2);
    await answer('w1', 'p1');
    expect(creates).toHaveLength(1);
  });
});

describe('a field whose picture comes back', () => {
  it('is answered by itself three times, then it is offered; a press begins anew', async () => {
    const { page, asked, answer, creates, clock } = opened({ solvedAfter: 1_000 });
    for (const [nth, name] of ['p1', 'p2', 'p3', 'p4'].entries()) {
      await page.show(picture(`w${nth}`, name));
      if (asked() > nth) await answer(`w${nth}`, name);
      await clock.advance(5_000);
    }
    expect(creates).toHaveLength(3);
    expect(page.badge('w3')).toEqual({ show: 'offer', text: 'Solve' });
    await page.press('w3');
    await answer('w3', 'p4');
    expect(creates).toHaveLength(4);
    await page.show(picture('w4', 'p5'));
    await answer('w4', 'p5');
    expect(creates).toHaveLength(5);
  });
});
