import type { Reading } from '../ledger/measure';
import { toNano } from '../ledger/money';
import type { Account, Balance, Client } from '../services/client';
import { speaking } from '../services/dialect';
import { balanceState } from '../settings/account-state';
import { accountOf, accountStates } from '../settings/accounts';
import { settings } from '../settings/store';

interface Deps {
  client: Pick<Client, 'getBalance'>;
  now(): number;
  /** A balance was read, for whatever reason. */
  read(service: string, reading: Reading): Promise<void>;
}

/** The account's name in the ledger's readings: another key is another purse. Nothing of the key is in it. */
async function nameOf({ base, clientKey }: Account): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${base} ${clientKey}`));
  return btoa(String.fromCharCode(...new Uint8Array(bytes).slice(0, 9)));
}

/** Every look at a balance is a reading for the ledger. */
export function createBalances({ client, now, read }: Deps) {
  async function getBalance(account: Account): Promise<Balance> {
    const balance = await client.getBalance(account);
    const at = now();
    const nano = balance.outcome === 'balance' ? toNano(balance.amount) : null;
    // Whoever asked waits for the balance, and not for the ledger, which goes without where it fails.
    if (nano !== null)
      nameOf(account)
        .then((name) => read(account.service.id, { nano, at, account: name }))
        .catch(() => undefined);
    return balance;
  }

  return {
    /** As the client's, and the ledger hears of it. */
    getBalance,

    /** For the ledger's sake: never where a service has trouble or may not be asked, and what goes wrong is not shown. */
    async measure(id: string): Promise<void> {
      const account = accountOf(await settings.get(), id);
      const last = await accountStates.get(id);
      if (!account || last.state === 'problem') return;
      const { tellsBalance, balanceEveryMs } = speaking(account.service, account.dialect);
      if (!tellsBalance || (last.state === 'balance' && now() - last.at < balanceEveryMs)) return;
      const balance = await getBalance(account);
      if (balance.outcome === 'balance') await accountStates.set(id, balanceState(account.service, balance, now()));
    },
  };
}
