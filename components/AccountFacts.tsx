import type { AccountState } from '../utils/messages/ui';
import { money } from '../utils/ui/format';
import css from './AccountFacts.module.css';
import { AccountProblem } from './AccountProblem';

/** What is known of an account, in words. */
export function AccountFacts({ account, now }: { account: AccountState; now: number }) {
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
    case 'problem':
      return <AccountProblem account={account} now={now} />;
  }
}
