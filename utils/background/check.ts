import type { AccountState } from '../messages/ui';
import type { Account, Client } from '../services/client';
import { speaking } from '../services/dialect';
import { factFor } from '../services/errors';
import { balanceState } from '../settings/account-state';
import { accountOf, accountStates } from '../settings/accounts';
import { isPause } from '../settings/pauses';
import { settings } from '../settings/store';

interface Deps {
  client: Pick<Client, 'getBalance'>;
  now(): number;
}

/** The person's look at an account: asks for its balance, where that is allowed now, and remembers what was seen. */
export function createCheck({ client, now }: Deps) {
  /** When each service was last asked. Some count checks that come too often as abuse (fact sheet of services, 1.5). */
  const asked = new Map<string, number>();

  /** What stands without asking, or null: it may be asked. */
  function standing(account: Account, last: AccountState, anew: boolean): AccountState | null {
    const { id } = account.service;
    const { balanceEveryMs, errors, tellsBalance } = speaking(account.service, account.dialect);
    const pause = isPause(last, now()) ? last : null;
    // Banned for a time: every request makes it longer.
    if (pause?.until !== undefined) return pause;
    if (anew) return null;
    if (now() - (asked.get(id) ?? Number.NEGATIVE_INFINITY) < balanceEveryMs) return last;
    // Where no balance is told, only another key, or the same one saved again, can show that it is right.
    const untilKey = pause !== null && factFor(pause.code ?? '', errors).pause?.until === 'key';
    return untilKey && !tellsBalance ? pause : null;
  }

  async function look(account: Account): Promise<AccountState> {
    asked.set(account.service.id, now());
    return speaking(account.service, account.dialect).tellsBalance
      ? balanceState(account.service, await client.getBalance(account), now())
      : { state: 'no-balance' };
  }

  /** `anew`: the key was just saved, and deserves a new chance. */
  return async function check(id: string, anew = false): Promise<AccountState> {
    const account = accountOf(await settings.get(), id);
    if (!account) return { state: 'no-key' };
    const last = await accountStates.get(id);
    const stands = standing(account, last, anew);
    if (stands) return stands;
    const seen = await look(account);
    // A look that came to nothing (no connection) ends no pause; it only says what is in the way now.
    const told = !anew && isPause(last, now()) && seen.state === 'problem' && !seen.fatal;
    const state = told ? { ...last, problem: seen.problem } : seen;
    await accountStates.set(id, state);
    // What it had refused to solve may be asked for again; what ends by itself is waited for.
    if (state.state !== 'problem') await accountStates.resume(id, false);
    return state;
  };
}
