import { Job, type Owner } from '../../utils/jobs/job';
import type { Journal } from '../../utils/jobs/journal';
import type { Widget } from '../../utils/messages/agent';
import type { PollProfile } from '../../utils/services/service';
import type { RecaptchaChallenge } from '../../utils/widgets/recaptcha/challenge';

export const POLLS: PollProfile = { firstMs: 2_000, intervalMs: 2_000, giveUpMs: 180_000 };
export const START = 1_000_000;

export const challenge: RecaptchaChallenge = {
  kind: 'recaptcha',
  websiteKey: '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI',
  invisible: false,
  enterprise: false,
};

export const owner: Owner = { tabId: 1, frameId: 0, document: 'doc', ref: 'w1' };

export const newJob = (over: Partial<Job> = {}): Job => ({
  id: 'job',
  service: 'capmonster',
  tried: [],
  refusals: 0,
  challenge: { ...challenge, websiteURL: 'https://site.example/form' },
  site: 'site.example',
  incognito: false,
  owner,
  ownerlessAt: null,
  createdAt: START,
  since: START,
  state: { name: 'admitted' },
  ...over,
});

export const situation = {
  rendered: true,
  inView: true,
  used: false,
  tabVisible: true,
  challengeShown: false,
  executed: false,
  answered: false,
};

export const newWidget = (
  ref: string,
  over: Partial<Widget['situation']> = {},
  facts: Partial<RecaptchaChallenge> = {},
): Widget => ({ ref, challenge: { ...challenge, ...facts }, situation: { ...situation, ...over } });

/** A clock and timers that move only by `advance`. */
export function fakeClock(start = START) {
  let time = start;
  const timers = new Map<number, { at: number; run: () => void }>();
  let count = 0;
  return {
    now: () => time,
    setTimer: (run: () => void, ms: number) => {
      timers.set(++count, { at: time + ms, run });
      return count;
    },
    clearTimer: (timer: number) => void timers.delete(timer),
    timers: () => timers.size,
    /** The worker died: nobody fires its timers. */
    forget: () => timers.clear(),
    async advance(ms: number): Promise<void> {
      const end = time + ms;
      for (;;) {
        await settle();
        const due = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        timers.delete(due[0]);
        time = Math.max(time, due[1].at);
        due[1].run();
      }
      time = end;
      await settle();
    },
  };
}

/** Lets everything that waits for promises alone run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The journal as JSON texts, as `storage.session` keeps it. */
export function memoryJournal(entries = new Map<string, string>()) {
  const journal: Journal = {
    load: async () => {
      // Storage takes its time: events come before the journal was read.
      await settle();
      return [...entries.values()].flatMap((text) => Job.safeParse(JSON.parse(text)).data ?? []);
    },
    write: async (job) => void entries.set(job.id, JSON.stringify(job)),
    remove: async (id) => void entries.delete(id),
  };
  return {
    journal,
    entries,
    state: (id: string) => (entries.has(id) ? JSON.parse(entries.get(id) ?? '').state : null),
  };
}
