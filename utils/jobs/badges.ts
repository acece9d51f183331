import type { Badge } from '../messages/agent';
import type { Decision } from '../policy/decide';
import type { Job } from './job';

/** The badge of a widget with a job. */
export function jobBadge(job: Job): Badge {
  const { state } = job;
  switch (state.name) {
    case 'creating':
      return state.stopped === undefined
        ? { show: 'working', text: 'Solving', since: job.createdAt }
        : { show: 'offer', text: 'Solve' };
    case 'admitted':
    case 'solving':
    case 'solved':
      return { show: 'working', text: 'Solving', since: job.createdAt };
    case 'delivered':
      return { show: 'done', text: 'Solved', seconds: Math.round((job.since - job.createdAt) / 1000) };
    case 'failed':
      return { show: 'problem', text: state.problem.message, advice: state.problem.advice, retry: true };
    case 'orphaned':
      return {
        show: 'problem',
        text: state.problem.message,
        advice: `It may have been charged. ${state.problem.advice}`,
        retry: true,
      };
    case 'cancelled':
      return { show: 'offer', text: 'Solve' };
    case 'expired':
      return { show: 'offer', text: 'Solve again' };
  }
}

/** The badge of a widget whose answer was delivered and is gone: expired, or the page has reset it. */
export const againBadge = (canReport: boolean): Badge => ({
  show: 'offer',
  text: 'Solve again',
  ...(canReport && { report: true }),
});

/** The badge of a widget that has no job. */
export function decisionBadge(decision: Decision): Badge {
  if (decision.verdict === 'ask') return { show: 'offer', text: 'Solve' };
  if (decision.verdict === 'refuse' && !decision.quiet)
    return {
      show: 'problem',
      text: decision.reason,
      advice: decision.advice,
      retry: false,
      ...(decision.more && { more: true }),
    };
  return { show: 'nothing' };
}
