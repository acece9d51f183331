import { useId } from 'preact/hooks';
import type { AccountView, OptionsView } from '../utils/messages/ui';
import type { AccountActions, Checks } from '../utils/ui/accounts';
import { moment } from '../utils/ui/format';
import { AccountFacts } from './AccountFacts';
import { AccountProblem } from './AccountProblem';
import { Button } from './Button';
import { Confirmed } from './Confirmed';
import { Notice } from './Notice';
import css from './ServiceRow.module.css';
import { ServiceSettings } from './ServiceSettings';

interface Props {
  account: AccountView;
  /** Its place in the order, from 1, of how many. */
  place: number;
  of: number;
  dialects: OptionsView['dialects'];
  check: Checks[string];
  now: number;
  actions: AccountActions;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

const REMOVE = { ask: 'Remove', keep: 'Keep', yes: 'Yes, remove' };

/** One service that is set up: its place, what is known of the account, and what can be done with it. */
export function ServiceRow({ account, place, of, dialects, check, now, actions, onMove, onRemove }: Props) {
  const id = useId();
  const { service, label, state } = account;
  return (
    <li>
      <fieldset class={css['row']} aria-labelledby={id}>
        <div class={css['head']}>
          <span class={css['place']} aria-hidden="true">
            {place}
          </span>
          <h3 id={id} class={css['name']}>
            {label}
          </h3>
          {of > 1 && (
            <div class={css['moves']}>
              <Button look="small" name={`Move up ${label}`} off={place === 1} onClick={() => onMove(-1)}>
                Move up
              </Button>
              <Button look="small" name={`Move down ${label}`} off={place === of} onClick={() => onMove(1)}>
                Move down
              </Button>
            </div>
          )}
        </div>
        <div class={css['facts']} aria-live="polite">
          <AccountFacts account={state} now={now} />
          {state.state === 'balance' && <p class={css['aside']}>Checked {moment(state.at, now)}</p>}
          {account.pauses.map((pause) => (
            <AccountProblem
              key={`${pause.about} ${pause.code}`}
              account={pause}
              now={now}
              onResume={() => void actions.resume(service)}
            />
          ))}
          {check === 'failed' && (
            <Notice tone="bad">
              <p>Asking for the balance did not work. Try once more.</p>
            </Notice>
          )}
        </div>
        <div class={css['actions']}>
          {state.state !== 'no-key' && state.state !== 'no-balance' && (
            <Button
              look="quiet"
              icon="refresh"
              name={`Check balance of ${label}`}
              busy={check === 'asking'}
              onClick={() => void actions.check(service)}
            >
              Check balance
            </Button>
          )}
          <div data-remove>
            <Confirmed words={REMOVE} of={label} onConfirm={onRemove} />
          </div>
        </div>
        <ServiceSettings
          account={account}
          dialects={dialects}
          onPatch={(patch) => void actions.patch(service, patch)}
        />
      </fieldset>
    </li>
  );
}
