import type { AccountView, OptionsView } from '../utils/messages/ui';
import { readAddress } from '../utils/ui/account-options';
import type { AccountPatch } from '../utils/ui/accounts';
import { AccountOptionFields } from './AccountOptionFields';
import { Icon } from './Icon';
import { SelectField } from './SelectField';
import css from './ServiceSettings.module.css';
import { Switch } from './Switch';
import { TypedField } from './TypedField';

interface Props {
  account: AccountView;
  dialects: OptionsView['dialects'];
  onPatch(patch: AccountPatch): void;
}

/** What few people ever change about one service. */
export function ServiceSettings({ account, dialects, onPatch }: Props) {
  const { label, wholeAddress, address, dialect, options, optionNames } = account;
  return (
    <details class={css['details']}>
      <summary class={css['summary']}>
        <Icon name="chevron" />
        <span>
          More settings <span class="visually-hidden">of {label}</span>
        </span>
      </summary>
      <div class={css['settings']}>
        <Switch
          label="Send the whole address"
          checked={wholeAddress}
          hint="Of the page with the captcha. Off: only its origin and path are sent, without what follows a “?”."
          onChange={(on) => onPatch({ wholeAddress: on })}
        />
        {address !== null && (
          <TypedField
            label="Service address"
            hint="Your key is sent there, and nowhere else."
            value={address}
            inputMode="url"
            placeholder="https://"
            write={(value) => value}
            read={readAddress}
            onChange={(typed) => onPatch({ address: typed })}
          />
        )}
        {dialect !== null && (
          <SelectField
            label="Dialect"
            value={dialect}
            choices={dialects.map(({ id, label }) => ({ value: id, label }))}
            hint="Your service understands the requests of this one."
            onPick={(picked) => onPatch({ dialect: picked })}
          />
        )}
        <AccountOptionFields
          options={options}
          names={optionNames}
          onChange={(changed) => onPatch({ options: changed })}
        />
      </div>
    </details>
  );
}
