import { storage } from '#imports';
import type { Job } from '../jobs/job';
import type { WidgetView } from '../messages/ui';
import type { TaskId } from '../services/service';
import type { Kind } from '../widgets/kinds';

/** A delivered answer that the person may report as wrong, also once its page and with it its job are gone. */
export interface Ticket {
  job: string;
  service: string;
  kind: Kind;
  taskId: TaskId;
  tabId: number;
  site: string;
  /** When it was delivered, and until when the service takes reports (epoch ms). */
  since: number;
  until: number;
  seconds: number;
  reported: boolean;
}

/** In the session's storage: a worker that starts again must not report what was reported. */
const stored = storage.defineItem<Ticket[]>('session:tickets', { fallback: [] });

/** Services keep a task for about five minutes (fact sheet of services, 1.5). */
export const REPORT_MS = 300_000;

export function createTickets(now: () => number) {
  let turn: Promise<unknown> = Promise.resolve();

  function change(edit: (tickets: Ticket[]) => Ticket[]): Promise<void> {
    const next = turn.then(async () => stored.setValue(edit(await stored.getValue())));
    turn = next.catch(() => undefined);
    return next;
  }

  const current = async (): Promise<Ticket[]> => (await stored.getValue()).filter(({ until }) => now() < until);

  return {
    /** Keeps a job that was just delivered, for as long as its service takes reports. */
    async keep({ id, service, challenge, site, owner, state, since, createdAt }: Job, withinMs = REPORT_MS) {
      if (state.name !== 'delivered' || state.taskId === undefined || !owner) return;
      const { taskId } = state;
      const until = since + withinMs;
      const seconds = Math.round((since - createdAt) / 1_000);
      const { kind } = challenge;
      const ticket = {
        job: id,
        service,
        kind,
        taskId,
        tabId: owner.tabId,
        site,
        since,
        until,
        seconds,
        reported: false,
      };
      // Those that have run out stay a while: what was reported is not to be forgotten before its page is.
      await change((all) => [...all.filter((old) => old.job !== id && now() < old.until + REPORT_MS), ticket]);
    },

    /** Whether this answer may be reported: true the first time alone, and written before anything is sent. */
    async claim(service: string, taskId: TaskId): Promise<boolean> {
      let first = true;
      await change((all) =>
        all.map((ticket) => {
          if (ticket.service !== service || ticket.taskId !== taskId) return ticket;
          first = !ticket.reported;
          return { ...ticket, reported: true };
        }),
      );
      return first;
    },

    of: async (job: string): Promise<Ticket | undefined> => (await current()).find((ticket) => ticket.job === job),

    /** Answers that this tab was given on this site, by jobs that are no longer `known`. */
    async views(tabId: number, site: string | undefined, known: (job: string) => boolean): Promise<WidgetView[]> {
      const gone = (await current()).filter((each) => each.tabId === tabId && each.site === site && !known(each.job));
      return gone.map(({ job, kind, since, seconds, reported }) => ({
        kind,
        host: site ?? '',
        state: 'delivered',
        since,
        message: `Solved in ${seconds} s, before what is shown now${reported ? '; reported as wrong' : ''}`,
        report: reported ? null : job,
      }));
    },
  };
}

export type Tickets = ReturnType<typeof createTickets>;
