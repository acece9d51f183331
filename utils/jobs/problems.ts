import { serviceOf } from '../services/registry';
import { said } from '../services/wording';
import type { Job, Problem } from './job';

/** What the engine itself has to say, with the service named. */
const problem = ({ service }: Job, message: string, advice: string): Problem =>
  said({ message, advice, code: '' }, serviceOf(service));

export const lost = (job: Job) =>
  problem(
    job,
    'The browser stopped Solvent while it was asking {service} for this one.',
    'Press the button to ask again, or solve this one by hand.',
  );

export const tooLong = (job: Job) =>
  problem(job, '{service} did not answer in time.', 'Press the button to ask again, or solve this one by hand.');
