import { z } from 'zod';
import { Answer, Challenge } from '../widgets/challenge';

/** The widget that a job works for: one element of one document. */
export const Owner = z.strictObject({
  tabId: z.int(),
  frameId: z.int(),
  /** The agent's name for its document; a reload makes a new one. */
  document: z.string(),
  /** The agent's name for the widget within its document. */
  ref: z.string(),
});
export type Owner = z.infer<typeof Owner>;

/** What the person is told of a failure. */
export const Problem = z.strictObject({ message: z.string(), advice: z.string(), code: z.string() });
export type Problem = z.infer<typeof Problem>;

/**
 * The life of a job (design section 5). `orphaned`: createTask was sent and its outcome is not known, so the task may
 * have been charged and is never sent again.
 */
export const JobState = z.discriminatedUnion('name', [
  /** `notBefore`: the service was busy, and is asked again then. */
  z.strictObject({ name: z.literal('admitted'), notBefore: z.number().optional() }),
  /** `stopped`: why, by the person, while createTask was on its way: what it comes to is still to be known. */
  z.strictObject({ name: z.literal('creating'), stopped: z.string().optional() }),
  z.strictObject({
    name: z.literal('solving'),
    taskId: z.string(),
    polls: z.int(),
    pollAt: z.number(),
    /** When the service last said that it is still at work. */
    workingAt: z.number(),
    /** The last poll met an error that is not to be met twice. */
    troubled: z.boolean().optional(),
  }),
  z.strictObject({ name: z.literal('solved'), answer: Answer, solvedAt: z.number(), taskId: z.string().optional() }),
  z.strictObject({ name: z.literal('delivered'), taskId: z.string().optional(), reported: z.boolean().optional() }),
  z.strictObject({ name: z.literal('failed'), problem: Problem }),
  z.strictObject({ name: z.literal('orphaned'), problem: Problem }),
  /** `taskId`: it may have been charged all the same. */
  z.strictObject({ name: z.literal('cancelled'), reason: z.string(), taskId: z.string().optional() }),
  /** Paid for, and unused. */
  z.strictObject({ name: z.literal('expired'), taskId: z.string().optional() }),
]);
export type JobState = z.infer<typeof JobState>;

/** What the ledger is to know of a job's task. Kept on the job, so that it survives the worker as the job does. */
export const Bill = z.strictObject({
  /** createTask was sent; taken back when the service refused it for certain. */
  sent: z.boolean().optional(),
  /** When the service was known to have a task, and when its answer was there. */
  createdAt: z.number().optional(),
  readyAt: z.number().optional(),
  polls: z.int().optional(),
  /** US dollars, as the service said. */
  cost: z.number().optional(),
  /** Whether the service documents that a failure like this one is charged. */
  charged: z.boolean().optional(),
});
export type Bill = z.infer<typeof Bill>;

/** One challenge on its way from noticed to delivered: an entry of the journal. Times are epoch ms. */
export const Job = z.strictObject({
  id: z.string(),
  service: z.string(),
  /** Services that could not take it; `service` is the one that is asked now. */
  tried: z.array(z.string()).default([]),
  /** How often createTask was sent to `service` and refused. */
  refusals: z.int().default(0),
  challenge: Challenge.and(z.object({ websiteURL: z.string() })),
  /** Host name of the page in the tab: budgets and re-use go by it. */
  site: z.string(),
  /** Private windows and ordinary ones never share an answer. */
  incognito: z.boolean(),
  owner: Owner.nullable(),
  /** Since when nobody owns it: the page was reloaded or left. */
  ownerlessAt: z.number().nullable(),
  createdAt: z.number(),
  /** When its widget was first heard of. */
  noticedAt: z.number().optional(),
  bill: Bill.optional(),
  /** When the present state began. */
  since: z.number(),
  state: JobState,
});
export type Job = z.infer<typeof Job>;

const ENDED = new Set<JobState['name']>(['delivered', 'failed', 'orphaned', 'cancelled', 'expired']);

/** No event changes an ended job any more. */
export const isEnded = (job: Job): boolean => ENDED.has(job.state.name);
