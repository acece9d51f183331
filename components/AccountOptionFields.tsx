import type { AccountView } from '../utils/messages/ui';
import { readAppId, readCallbackUrl, readKeySuffixes, readSoftId, withOption } from '../utils/ui/account-options';
import { Switch } from './Switch';
import { TypedField } from './TypedField';

type Options = AccountView['options'];

interface Props {
  options: Options;
  /** Those that the service documents. */
  names: AccountView['optionNames'];
  onChange(options: Options): void;
}

/** The additions that a service takes, each only where it is documented. */
export function AccountOptionFields({ options, names, onChange }: Props) {
  const set =
    <N extends keyof Options>(name: N) =>
    (value: Options[N]) =>
      onChange(withOption(options, name, value));
  return (
    <>
      {names.includes('callbackUrl') && (
        <TypedField
          label="Callback address"
          hint="The service posts each result there as well. Empty: nowhere."
          value={options.callbackUrl}
          inputMode="url"
          placeholder="https://"
          write={(value) => value ?? ''}
          read={readCallbackUrl}
          onChange={set('callbackUrl')}
        />
      )}
      {names.includes('softId') && (
        <TypedField
          label="Soft ID"
          hint="The number of a program that is registered with the service. Empty: none."
          value={options.softId}
          inputMode="numeric"
          write={(value) => (value === undefined ? '' : String(value))}
          read={readSoftId}
          onChange={set('softId')}
        />
      )}
      {names.includes('appId') && (
        <TypedField
          label="App ID"
          hint="The ID of an app that is registered with the service. Empty: none."
          value={options.appId}
          write={(value) => value ?? ''}
          read={readAppId}
          onChange={set('appId')}
        />
      )}
      {names.includes('nocache') && (
        <Switch
          label="No reused answers"
          checked={options.nocache ?? false}
          hint="The service makes each answer anew (nocache). It takes longer."
          onChange={set('nocache')}
        />
      )}
      {names.includes('keySuffixes') && (
        <TypedField
          label="Key suffixes"
          hint="Separated by commas. Each is joined to your key by two underscores, as the service documents it."
          value={options.keySuffixes}
          placeholder="nocache, recognizingthreshold_70"
          write={(value) => (value ?? []).join(', ')}
          read={readKeySuffixes}
          onChange={set('keySuffixes')}
        />
      )}
    </>
  );
}
