import type { Job } from '../../utils/jobs/job';
import type { Client, Created, Progress, Refusal } from '../../utils/services/client';
import { identityOf, type PlacedChallenge } from '../../utils/widgets/challenge';
import type { ModelClock } from './clock';

export type CreateFault = 'answered' | 'busy' | 'config' | 'refused' | 'lost before' | 'lost after';
export type PollFault = 'lost' | 'once' | 'later' | 'failed';

/** A task as the service has it: made, and so charged. */
export interface ModelTask {
  taskId: string;
  job: string;
  site: string;
  incognito: boolean;
  identity: string;
  readyAt: number;
  polls: number;
}

/** No task is made then, and that is certain. */
const REFUSALS: { [fault in CreateFault]?: Refusal['class'] } = { busy: 'later', config: 'config', refused: 'task' };

interface Plan {
  create: CreateFault[];
  poll: PollFault[];
  /** ms to the service and back, each. */
  way: number;
  solveAfter: number;
}

const refusal = (over: Partial<Refusal> = {}): Refusal => ({
  class: 'task',
  message: 'M.',
  advice: 'A.',
  code: 'C',
  retryAfterMs: null,
  ...over,
});

const FAULTY: { [fault in PollFault]: Progress } = {
  failed: { outcome: 'failed', refusal: refusal() },
  later: { outcome: 'working', retryAfterMs: 9_000, refusal: refusal({ class: 'later' }) },
  lost: { outcome: 'working', retryAfterMs: null, refusal: refusal() },
  once: { outcome: 'working', retryAfterMs: null, refusal: refusal({ once: true }) },
};

/** A service that charges for every task it makes, and does what the plan says. */
export function chargingService(clock: ModelClock, violate: (what: string) => void) {
  const tasks = new Map<string, ModelTask>();
  const plan: Plan = { create: [], poll: [], way: 0, solveAfter: 7_000 };
  /** What is known of a job's last createTask. */
  const lastCreate = new Map<string, 'sent' | 'refused'>();

  const way = () => new Promise<void>((resolve) => (plan.way ? clock.after(plan.way, resolve) : resolve()));

  function make(job: Job, challenge: PlacedChallenge): ModelTask {
    const taskId = `t${tasks.size + 1}`;
    const { id, site, incognito } = job;
    const readyAt = clock.passed() + plan.solveAfter;
    const task = { taskId, job: id, site, incognito, identity: identityOf(challenge), readyAt, polls: 0 };
    tasks.set(taskId, task);
    return task;
  }

  async function createTask(job: Job, challenge: PlacedChallenge): Promise<Created> {
    if (lastCreate.get(job.id) === 'sent') violate(`${job.id}: createTask sent again`);
    lastCreate.set(job.id, 'sent');
    const fault = plan.create.shift();
    await way();
    const refused = fault && REFUSALS[fault];
    if (refused) {
      lastCreate.set(job.id, 'refused');
      await way();
      return { outcome: 'refused', refusal: refusal({ class: refused }) };
    }
    const task = fault === 'lost before' ? null : make(job, challenge);
    if (fault === 'answered' && task) task.readyAt = clock.passed();
    await way();
    if (!task || fault === 'lost after') return { outcome: 'unknown', refusal: refusal() };
    const { taskId } = task;
    return fault === 'answered'
      ? { outcome: 'answered', answer: { token: taskId }, taskId }
      : { outcome: 'created', taskId };
  }

  async function getTaskResult(taskId: string): Promise<Progress> {
    const fault = plan.poll.shift();
    const task = tasks.get(taskId);
    if (!task) throw new Error(`polled a task that is not: ${taskId}`);
    if (++task.polls > 120) violate(`${task.job}: ${task.polls} polls`);
    await way();
    const ready = clock.passed() >= task.readyAt;
    await way();
    if (fault) return FAULTY[fault];
    return ready
      ? { outcome: 'ready', answer: { token: taskId }, cost: null }
      : { outcome: 'working', retryAfterMs: null };
  }

  /** The client of one worker. `jobOf`: whose challenge it is; `gate`: passed at both ends of each call. */
  const client = (jobOf: (challenge: PlacedChallenge) => Job, gate: () => Promise<void>): Client =>
    ({
      async createTask(_account, challenge) {
        await gate();
        const created = await createTask(jobOf(challenge), challenge);
        await gate();
        return created;
      },
      async getTaskResult(_account, _challenge, taskId) {
        await gate();
        const progress = await getTaskResult(taskId);
        await gate();
        return progress;
      },
    }) as Pick<Client, 'createTask' | 'getTaskResult'> as Client;

  return { tasks, plan, client };
}

export type ModelService = ReturnType<typeof chargingService>;
