import { describe, expect, it } from 'vitest';
import { newJob, newWidget, START } from '../../test/fakes/jobs';
import type { Badge } from '../messages/agent';
import type { Decision } from '../policy/decide';
import { decisionBadge, jobBadge } from './badges';
import { widgetView } from './frame';
import type { JobState } from './job';

const problem = { message: 'M.', advice: 'A.', code: '' };
const at = { site: 'site.example', incognito: false };
const view = (state: JobState) =>
  widgetView(newWidget('w1'), at, newJob({ state, since: START + 8_400 }), undefined, true);

describe('jobBadge', () => {
  it.each<[JobState, Badge]>([
    [{ name: 'admitted' }, { show: 'working', text: 'Solving', since: START }],
    [{ name: 'creating' }, { show: 'working', text: 'Solving', since: START }],
    [
      { name: 'solving', taskId: '7', polls: 0, pollAt: 0, workingAt: 0 },
      { show: 'working', text: 'Solving', since: START },
    ],
    [
      { name: 'solved', answer: { token: 'T' }, solvedAt: 0 },
      { show: 'working', text: 'Solving', since: START },
    ],
    [{ name: 'delivered' }, { show: 'done', text: 'Solved', seconds: 8 }],
    [
      { name: 'failed', problem },
      { show: 'problem', text: 'M.', advice: 'A.', retry: true },
    ],
    [
      { name: 'orphaned', problem },
      { show: 'problem', text: 'M.', advice: 'It may have been charged. A.', retry: true },
    ],
    [
      { name: 'cancelled', reason: 'x' },
      { show: 'offer', text: 'Solve' },
    ],
    [{ name: 'expired' }, { show: 'offer', text: 'Solve again' }],
  ])('%j', (state, badge) => {
    expect(jobBadge(newJob({ state, since: START + 8_400 }))).toEqual(badge);
  });
});

describe('decisionBadge', () => {
  it.each<[Decision, Badge]>([
    [{ verdict: 'solve' }, { show: 'nothing' }],
    [{ verdict: 'ask' }, { show: 'offer', text: 'Solve' }],
    [{ verdict: 'wait', reason: 'x' }, { show: 'nothing' }],
    [{ verdict: 'refuse', quiet: true, reason: 'R.', advice: 'A.' }, { show: 'nothing' }],
    [
      { verdict: 'refuse', quiet: false, reason: 'R.', advice: 'A.' },
      { show: 'problem', text: 'R.', advice: 'A.', retry: false },
    ],
  ])('%j', (decision, badge) => {
    expect(decisionBadge(decision)).toEqual(badge);
  });
});

describe('widgetView', () => {
  it.each<[JobState, string, string]>([
    [{ name: 'solved', answer: { token: 'T' }, solvedAt: 0 }, 'working', 'Solving'],
    [{ name: 'delivered' }, 'delivered', 'Solved in 8 s'],
    [{ name: 'failed', problem }, 'failed', 'M. A.'],
    [{ name: 'expired' }, 'failed', 'Expired'],
    [{ name: 'cancelled', reason: 'x' }, 'failed', 'Stopped. x'],
  ])('%j', (state, shown, message) => {
    expect(view(state)).toMatchObject({ kind: 'recaptcha', host: 'site.example', state: shown, message });
  });

  it('leads to where the account can be put right', () => {
    const failed = (code: string) => view({ name: 'failed', problem: { ...problem, code } });
    expect(failed('ERROR_ZERO_BALANCE').link).toMatchObject({ label: 'Top up' });
    expect(failed('ERROR_CAPTCHA_UNSOLVABLE').link).toBeUndefined();
  });

  it('says why a widget without a job waits', () => {
    const waiting = (decision?: Decision) => widgetView(newWidget('w1'), at, undefined, decision, true).message;
    expect(waiting({ verdict: 'wait', reason: 'The tab is hidden.' })).toBe('The tab is hidden.');
    expect(waiting({ verdict: 'ask' })).toBe('It waits for your click.');
  });
});
