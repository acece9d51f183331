import type { AccountProblem as Account } from '../utils/messages/ui';
import { moment } from '../utils/ui/format';
import { Button } from './Button';
import { ExternalLink } from './ExternalLink';
import { Notice } from './Notice';

interface Props {
  account: Account;
  now: number;
  /** For a pause of one kind alone: the person says that it may be asked for again. */
  onResume?: () => void;
}

/** What is wrong with an account or with one kind of its tasks, until when, and what to do. */
export function AccountProblem({ account, now, onResume }: Props) {
  const { fatal, until = 0, problem, about } = account;
  const end = until > now ? ` until ${moment(until, now)}` : '';
  return (
    <Notice tone={fatal ? 'bad' : 'warn'}>
      <p>
        <strong>{problem.message}</strong> {problem.advice}
      </p>
      {about ? <p>{`Paused for ${about}${end}; the rest goes on.`}</p> : fatal && end && <p>{`Paused${end}.`}</p>}
      {problem.link && <ExternalLink href={problem.link.url} label={problem.link.label} />}
      {about && onResume && (
        <Button look="small" name={`Ask again for ${about}`} onClick={onResume}>
          Ask again
        </Button>
      )}
    </Notice>
  );
}
