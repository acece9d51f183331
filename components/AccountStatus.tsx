import type { ComponentChildren } from 'preact';
import type { AccountState } from '../utils/messages/ui';
import { moment, money } from '../utils/ui/format';
import css from './AccountStatus.module.css';
import { Button } from './Button';
import { ExternalLink } from './ExternalLink';
import { Icon } from './Icon';
import { Notice } from './Notice';

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
            describe(account)
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

function describe(account: AccountState): ComponentChildren {
  switch (account.state) {
    case 'no-key':
      return <p class={css['aside']}>No key saved yet.</p>;
    case 'unchecked':
      return <p>Key saved, not checked yet.</p>;
    case 'no-balance':
      return <p>Key saved. This service does not tell its balance.</p>;
    case 'balance':
      return (
        <p class={css['balance']}>
          Balance: <strong>{money(account.amount)}</strong>
        </p>
      );
    case 'problem': {
      const { message, advice, link } = account.problem;
      return (
        <Notice tone={account.fatal ? 'bad' : 'warn'}>
          <p>
            <strong>{message}</strong> {advice}
          </p>
          {link && <ExternalLink href={link.url} label={link.label} />}
        </Notice>
      );
    }
  }
}
