import type { AccountState } from '../utils/messages/ui';
import { moment } from '../utils/ui/format';
import { AccountFacts } from './AccountFacts';
import css from './AccountStatus.module.css';
import { Button } from './Button';
import { Icon } from './Icon';

interface Props {
  account: AccountState;
  /** What is going on just now; it takes the place of what was known before. */
  progress: { words: string; working: boolean } | null;
  now: number;
  /** The balance is being asked for. */
  busy: boolean;
  /** Null where there is nothing to ask for. */
  onCheck: (() => void) | null;
}

/** What is known of the person's account, in a region that is read out when it changes. */
export function AccountStatus({ account, progress, now, busy, onCheck }: Props) {
  return (
    <div class={css['account']}>
      <div class={css['known']}>
        <div role="status" aria-label="Balance">
          {progress ? (
            <p class={css['progress']}>
              {progress.working && <Icon name="working" spin />}
              {progress.words}
            </p>
          ) : (
            <AccountFacts account={account} now={now} />
          )}
        </div>
        {!progress && account.state === 'balance' && <p class={css['aside']}>Checked {moment(account.at, now)}</p>}
      </div>
      {onCheck && (
        <Button look="quiet" icon="refresh" busy={busy} onClick={onCheck}>
          Check balance
        </Button>
      )}
    </div>
  );
}
