import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newJob, owner, POLLS, START } from '../../test/fakes/jobs';
import type { Refusal } from '../services/client';
import { FRESH_MS } from '../widgets/challenge';
import { isEnded, type Job, type JobState } from './job';
import { type Effect, type JobEvent, KEPT_MS, MAX_POLLS, RELOAD_GRACE_MS, step } from './step';

const FRESH = FRESH_MS.recaptcha;
const answer = { token: 'TOKEN' };
const refusal: Refusal = { class: 'task', message: 'M.', advice: 'A.', code: 'C', retryAfterMs: null };
const problem = { message: 'M.', advice: 'A.', code: 'C' };
const gone = { owner: null, ownerlessAt: START };

const solving = (over: Partial<Extract<JobState, { name: 'solving' }>> = {}): JobState => ({
  name: 'solving',
  taskId: '7',
  polls: 1,
  pollAt: START + 4_000,
  workingAt: START + 2_000,
  ...over,
});
const solved: JobState = { name: 'solved', answer, solvedAt: START };
const ended: JobState[] = [
  { name: 'delivered' },
  { name: 'failed', problem },
  { name: 'orphaned', problem },
  { name: 'cancelled', reason: 'x' },
  { name: 'expired' },
];
const events: JobEvent[] = [
  { type: 'admitted' },
  { type: 'created', created: { outcome: 'created', taskId: '8' } },
  { type: 'created', created: { outcome: 'answered', answer } },
  { type: 'created', created: { outcome: 'refused', refusal } },
  { type: 'created', created: { outcome: 'unknown', refusal } },
  { type: 'due' },
  { type: 'progress', progress: { outcome: 'working', retryAfterMs: null } },
  { type: 'progress', progress: { outcome: 'working', retryAfterMs: 60_000 } },
  { type: 'progress', progress: { outcome: 'ready', answer, cost: null } },
  { type: 'progress', progress: { outcome: 'failed', refusal } },
  { type: 'woke' },
  { type: 'ownerless' },
  { type: 'adopted', owner: { ...owner, document: 'doc2' } },
  { type: 'delivered' },
  { type: 'cancelled', reason: 'You stopped it.' },
];
const [working] = events.filter(({ type }) => type === 'progress') as [JobEvent];
const ready = events[8] as JobEvent;
const adopt = events[12] as JobEvent;

const taken = (job: Partial<Job>, event: JobEvent, ms = 0) => step(newJob(job), event, START + ms, POLLS);

describe('step, transition by transition', () => {
  it.each<[string, Partial<Job>, JobEvent, number, string, Effect[]]>([
    ['admitted', {}, { type: 'admitted' }, 0, 'creating', [{ do: 'create' }]],
    ['woke before anything was sent', {}, { type: 'woke' }, 0, 'creating', [{ do: 'create' }]],
    ['woke after createTask may have been sent', { state: { name: 'creating' } }, { type: 'woke' }, 9, 'orphaned', []],
    ['a second admission', { state: { name: 'creating' } }, { type: 'admitted' }, 0, 'creating', []],
    ['due while creating', { state: { name: 'creating' } }, { type: 'due' }, 60_000, 'creating', []],
    [
      'a task',
      { state: { name: 'creating' } },
      events[1] as JobEvent,
      100,
      'solving',
      [{ do: 'wake', at: START + 2_100 }],
    ],
    [
      'an answer at once',
      { state: { name: 'creating' } },
      events[2] as JobEvent,
      100,
      'solved',
      [{ do: 'deliver' }, { do: 'wake', at: START + 100 + FRESH }],
    ],
    ['refused', { state: { name: 'creating' } }, events[3] as JobEvent, 0, 'failed', []],
    ['unknown', { state: { name: 'creating' } }, events[4] as JobEvent, 0, 'orphaned', []],
    ['due too early', { state: solving() }, { type: 'due' }, 3_999, 'solving', [{ do: 'wake', at: START + 4_000 }]],
    ['due', { state: solving() }, { type: 'due' }, 4_000, 'solving', [{ do: 'poll', taskId: '7' }]],
    [
      'woke while solving, too early',
      { state: solving() },
      { type: 'woke' },
      10,
      'solving',
      [{ do: 'wake', at: START + 4_000 }],
    ],
    [
      'woke while solving, late',
      { state: solving() },
      { type: 'woke' },
      9_000,
      'solving',
      [{ do: 'poll', taskId: '7' }],
    ],
    ['a second creation', { state: solving() }, events[1] as JobEvent, 0, 'solving', []],
    ['still working', { state: solving() }, working, 3_000, 'solving', [{ do: 'wake', at: START + 5_000 }]],
    [
      'still working after a slow reply',
      { state: solving() },
      working,
      9_000,
      'solving',
      [{ do: 'wake', at: START + 11_000 }],
    ],
    [
      'Retry-After',
      { state: solving() },
      events[7] as JobEvent,
      3_000,
      'solving',
      [{ do: 'wake', at: START + 63_000 }],
    ],
    [
      'ready',
      { state: solving() },
      ready,
      5_000,
      'solved',
      [{ do: 'deliver' }, { do: 'wake', at: START + 5_000 + FRESH }],
    ],
    [
      'ready, nobody there',
      { ...gone, state: solving() },
      ready,
      5_000,
      'solved',
      [{ do: 'wake', at: START + 5_000 + FRESH }],
    ],
    ['failed', { state: solving() }, events[9] as JobEvent, 5_000, 'failed', []],
    [
      'too long, by the answer',
      { state: solving() },
      { type: 'progress', progress: { outcome: 'working', retryAfterMs: null } },
      POLLS.giveUpMs + POLLS.intervalMs + 1,
      'failed',
      [],
    ],
    ['longer than a service keeps it', { state: solving() }, { type: 'due' }, 300_000, 'failed', []],
    [
      'Retry-After beyond the end',
      { state: solving() },
      { type: 'progress', progress: { outcome: 'working', retryAfterMs: 3_600_000 } },
      5_000,
      'failed',
      [],
    ],
    [
      'the last poll',
      { state: solving({ polls: MAX_POLLS - 1 }) },
      { type: 'due' },
      9_000,
      'solving',
      [{ do: 'poll', taskId: '7' }],
    ],
    ['no poll after the last', { state: solving({ polls: MAX_POLLS }) }, { type: 'due' }, 9_000, 'failed', []],
    ['delivered', { state: solved }, { type: 'delivered' }, 10, 'delivered', []],
    ['delivered at the last moment', { state: solved }, { type: 'delivered' }, FRESH + 1, 'delivered', []],
    [
      'solved, due',
      { state: solved },
      { type: 'due' },
      10,
      'solved',
      [{ do: 'deliver' }, { do: 'wake', at: START + FRESH }],
    ],
    [
      'solved, woke',
      { state: solved },
      { type: 'woke' },
      10,
      'solved',
      [{ do: 'deliver' }, { do: 'wake', at: START + FRESH }],
    ],
    [
      'solved, woke, nobody there',
      { ...gone, state: solved },
      { type: 'woke' },
      10,
      'solved',
      [{ do: 'wake', at: START + FRESH }],
    ],
    ['solved, too old', { state: solved }, { type: 'due' }, FRESH, 'expired', []],
    ['solved, a second reply', { state: solved }, ready, 10, 'solved', []],
    ['delivered before it was solved', { state: solving() }, { type: 'delivered' }, 10, 'solving', []],
    ['the page goes', { state: solving() }, { type: 'ownerless' }, 100, 'solving', [{ do: 'wake', at: START + 4_000 }]],
    // Its answer must still end on time, or it keeps its place in the budgets.
    [
      'the page goes, solved',
      { state: solved },
      { type: 'ownerless' },
      100,
      'solved',
      [{ do: 'wake', at: START + FRESH }],
    ],
    [
      'gone for a moment: polled on',
      { ...gone, state: solving() },
      { type: 'due' },
      RELOAD_GRACE_MS - 1,
      'solving',
      [{ do: 'poll', taskId: '7' }],
    ],
    [
      'gone for good: rests',
      { ...gone, state: solving() },
      { type: 'due' },
      RELOAD_GRACE_MS,
      'solving',
      [{ do: 'wake', at: START + KEPT_MS }],
    ],
    ['gone for good: the result is gone too', { ...gone, state: solving() }, { type: 'due' }, KEPT_MS, 'expired', []],
    ['adopted while solving', { ...gone, state: solving() }, adopt, 5_000, 'solving', [{ do: 'poll', taskId: '7' }]],
    [
      'adopted too early for a poll',
      { ...gone, state: solving() },
      adopt,
      3_000,
      'solving',
      [{ do: 'wake', at: START + 4_000 }],
    ],
    // Paid, and the service keeps it for five minutes: it is asked once more.
    [
      'adopted after the time to give up',
      { ...gone, state: solving() },
      adopt,
      POLLS.giveUpMs + 1,
      'solving',
      [{ do: 'poll', taskId: '7' }],
    ],
    ['adopted, solved', { ...gone, state: solved }, adopt, 5_000, 'solved', [{ do: 'deliver' }]],
    ['adopted, too old', { ...gone, state: solved }, adopt, FRESH, 'expired', []],
    ['adopted while creating', { ...gone, state: { name: 'creating' } }, adopt, 50, 'creating', []],
  ])('%s', (_, job, event, ms, name, effects) => {
    const result = taken(job, event, ms);
    expect(result.job.state.name).toBe(name);
    expect(result.effects).toEqual(effects);
  });

  it('counts a poll, and sets the time of the next, before it is sent', () => {
    const { job } = taken({ state: solving() }, { type: 'due' }, 5_000);
    expect(job.state).toEqual(solving({ polls: 2, pollAt: START + 7_000 }));
  });

  it('keeps what the person is told', () => {
    expect(taken({ state: { name: 'creating' } }, events[3] as JobEvent).job.state).toEqual({
      name: 'failed',
      problem,
    });
    expect(taken({ state: { name: 'creating' } }, events[4] as JobEvent).job.state).toEqual({
      name: 'orphaned',
      problem,
    });
  });

  it('gives a job a new widget and takes the old one away', () => {
    expect(taken({ state: solving() }, { type: 'ownerless' }, 7).job).toMatchObject({
      owner: null,
      ownerlessAt: START + 7,
    });
    expect(taken({ ...gone, state: solving() }, adopt, 9).job).toMatchObject({
      owner: { document: 'doc2' },
      ownerlessAt: null,
    });
  });

  it('lets nothing change an ended job', () => {
    for (const state of ended)
      for (const event of events) {
        const job = newJob({ state });
        expect(step(job, event, START + 1, POLLS)).toEqual({ job, effects: [] });
      }
  });

  it('can be stopped in every open state', () => {
    for (const state of [{ name: 'admitted' }, { name: 'creating' }, solving(), solved] as JobState[])
      expect(taken({ state }, { type: 'cancelled', reason: 'x' })).toMatchObject({
        job: { state: { name: 'cancelled', reason: 'x' } },
        effects: [],
      });
  });

  it('does not take an answer for fresh that may have lain at the service all along', () => {
    // Asked at 10 s, then nobody asked for 140 s (the computer slept): the answer may be 140 s old.
    const asked = taken({ state: solving({ pollAt: START }) }, { type: 'due' }, 10_000).job;
    const told = step(asked, working, START + 10_100, POLLS).job;
    const again = step(told, { type: 'due' }, START + 150_000, POLLS);
    const { effects } = step(again.job, ready, START + 150_100, POLLS);
    expect(effects).not.toContainEqual({ do: 'deliver' });
  });
});

describe('step, whatever happens in whatever order', () => {
  const history = fc.array(
    fc.record({
      event: fc.constantFrom(...events),
      ms: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 120_000 })),
    }),
    { maxLength: 200 },
  );

  /** What a job does, event by event. */
  function lived(entries: { event: JobEvent; ms: number }[]) {
    let job = newJob();
    let now = START;
    return entries.map(({ event, ms }) => {
      now += ms;
      const before = job;
      const result = step(job, event, now, POLLS);
      job = result.job;
      return { ...result, before, event, now, names: result.effects.map((effect) => effect.do) };
    });
  }

  it('creates once and polls slowly and seldom', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const moments = lived(entries);
        expect(moments.filter(({ names }) => names.includes('create')).length).toBeLessThanOrEqual(1);
        const polls = moments.filter(({ names }) => names.includes('poll')).map(({ now }) => now);
        expect(polls.length).toBeLessThanOrEqual(MAX_POLLS);
        const gaps = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
        expect(Math.min(...gaps, POLLS.intervalMs)).toBe(POLLS.intervalMs);
      }),
      { numRuns: 300 },
    );
  });

  it('delivers only what is fresh and owned, and lets the ended rest', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const moments = lived(entries);
        for (const { job, now } of moments.filter(({ names }) => names.includes('deliver'))) {
          expect(job.owner).not.toBeNull();
          expect(job.state.name === 'solved' && now - job.state.solvedAt < FRESH).toBe(true);
        }
        for (const { before, job, names } of moments.filter((moment) => isEnded(moment.before))) {
          expect(job).toBe(before);
          expect(names).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is never left without a poll or a time to wake after it was due', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const due = lived(entries).filter(({ event }) => event.type === 'due' || event.type === 'woke');
        const open = due.filter(({ job }) => ['solving', 'solved'].includes(job.state.name));
        expect(open.filter(({ names }) => !names.includes('wake') && !names.includes('poll'))).toEqual([]);
      }),
    );
  });
});

describe('reports', () => {
  const delivered = newJob({ state: { name: 'delivered', taskId: '7' } });
  it('are marked before they are sent, and sent once', () => {
    const { job, effects } = step(delivered, { type: 'reported' }, START, POLLS);
    expect(effects).toEqual([{ do: 'report', taskId: '7' }]);
    expect(step(job, { type: 'reported' }, START, POLLS)).toEqual({ job, effects: [] });
  });

  it('need an answer that was delivered and a task', () => {
    for (const state of [{ name: 'delivered' }, { name: 'expired' }, solving()] as JobState[]) {
      const job = newJob({ state });
      expect(step(job, { type: 'reported' }, START, POLLS)).toEqual({ job, effects: [] });
    }
  });
});

describe('a service that refuses', () => {
  const creating = newJob({ state: { name: 'creating' } });
  const refused = (over: Partial<Refusal>, next: string | null = 'other', job = creating) =>
    step(
      job,
      { type: 'created', created: { outcome: 'refused', refusal: { ...refusal, ...over } }, next, jitter: 0.5 },
      START,
      POLLS,
    );

  it('for lack of a worker is asked again after a pause, then it is the next one', () => {
    const once = refused({ class: 'later', backOffMs: 4_000 });
    expect(once.job).toMatchObject({ service: 'capmonster', state: { name: 'admitted', notBefore: START + 6_000 } });
    expect(once.effects).toEqual([{ do: 'wake', at: START + 6_000 }]);
    expect(step(once.job, { type: 'due' }, START + 5_999, POLLS).effects).toEqual([{ do: 'wake', at: START + 6_000 }]);
    const again = step(once.job, { type: 'due' }, START + 6_000, POLLS);
    expect(again.effects).toEqual([{ do: 'create' }]);
    const twice = refused({ class: 'later' }, 'other', again.job);
    expect(twice.job).toMatchObject({ service: 'other', tried: ['capmonster'], state: { name: 'creating' } });
    expect(twice.effects).toEqual([{ do: 'create' }]);
  });

  it('honours Retry-After, and does not wait for ever', () => {
    expect(refused({ class: 'later', retryAfterMs: 20_000 }).job.state).toEqual({
      name: 'admitted',
      notBefore: START + 20_000,
    });
    expect(refused({ class: 'later', retryAfterMs: 60_000 }).job.service).toBe('other');
  });

  it('for good is passed at once', () => {
    for (const over of [
      { class: 'config' },
      { class: 'later', pause: { until: 'key' } },
      { unsupported: 'kind' },
    ] as Partial<Refusal>[])
      expect(refused(over).job).toMatchObject({ service: 'other', state: { name: 'creating' } });
  });

  it('that is not there is passed at once; without a next one it may have been a bad moment', () => {
    const away = { class: 'later', unreachable: true, backOffMs: 4_000 } as const;
    expect(refused(away).job).toMatchObject({ service: 'other', state: { name: 'creating' } });
    const waiting = refused(away, null).job;
    expect(waiting.state).toEqual({ name: 'admitted', notBefore: START + 6_000 });
    const again = step(waiting, { type: 'due' }, START + 6_000, POLLS).job;
    expect(refused(away, null, again).job.state.name).toBe('failed');
  });

  it('ends the job where the task itself is wrong, or nobody is left', () => {
    expect(refused({ class: 'task' }).job.state.name).toBe('failed');
    expect(refused({ class: 'config' }, null).job.state.name).toBe('failed');
  });

  it('without saying whether a task was made is the last one', () => {
    const { job, effects } = step(
      creating,
      { type: 'created', created: { outcome: 'unknown', refusal }, next: 'other' },
      START,
      POLLS,
    );
    expect(job.state.name).toBe('orphaned');
    expect(effects).toEqual([]);
  });
});
