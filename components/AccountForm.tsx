import { useEffect, useRef } from 'preact/hooks';
import type { PopupView, ServiceView } from '../utils/messages/ui';
import type { KeyDraft, KeyForm } from '../utils/ui/key-form';
import type { Busy, Refusal } from '../utils/ui/popup';
import css from './AccountForm.module.css';
import { Button } from './Button';
import { ForgetKey } from './ForgetKey';
import { KeyField } from './KeyField';
import { KeyHint } from './KeyHint';
import { SelectField } from './SelectField';
import { TextField } from './TextField';

interface Props {
  services: readonly ServiceView[];
  dialects: PopupView['dialects'];
  form: KeyForm;
  /** Something is typed or chosen that is not saved. */
  dirty: boolean;
  busy: Busy;
  refusal: Refusal | null;
  onType(change: KeyDraft): void;
  onSave(): void;
  onForget(): void;
  onDiscard(): void;
}

/** Which service, its key, and for a custom one its address. */
export function AccountForm({ services, dialects, form, dirty, busy, refusal, onType, ...on }: Props) {
  const ref = useRef<HTMLFormElement>(null);
  const error = (field: Refusal['field']) => (refusal?.field === field ? refusal.message : null);

  /** Before its own button goes away, the focus moves on to one that stays. */
  function leaving(act: () => void): () => void {
    return () => {
      ref.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
      act();
    };
  }

  useEffect(() => {
    // Only for somebody who still waits in the form: focus is not taken from elsewhere.
    if (refusal && ref.current?.contains(document.activeElement))
      ref.current.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refusal]);

  return (
    <form
      ref={ref}
      class={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        on.onSave();
      }}
    >
      <SelectField
        label="Service"
        value={form.service?.id ?? ''}
        choices={services.map(({ id, label }) => ({ value: id, label }))}
        onPick={(service) => onType({ service })}
      />
      {form.service?.custom && !form.reuse && (
        <>
          <TextField
            label="Service address"
            value={form.address}
            inputMode="url"
            placeholder="https://"
            error={error('address')}
            onInput={(address) => onType({ address })}
          />
          <SelectField
            label="Dialect"
            value={form.dialect}
            choices={dialects.map(({ id, label }) => ({ value: id, label }))}
            hint="Your service understands the requests of this one."
            onPick={(dialect) => onType({ dialect })}
          />
        </>
      )}
      <KeyField
        value={form.clientKey}
        error={error('key')}
        hint={form.service && <KeyHint service={form.service} stored={form.stored} reuse={form.reuse} />}
        onInput={(clientKey) => onType({ clientKey })}
      />
      <div class={css['actions']}>
        <Button look="primary" type="submit" busy={busy === 'save' || busy === 'use'}>
          {form.reuse ? 'Use saved key' : 'Save key'}
        </Button>
        {dirty && form.clientKey + form.address !== '' ? (
          <Button look="quiet" name="Discard changes" onClick={leaving(on.onDiscard)}>
            Discard
          </Button>
        ) : (
          form.stored && <ForgetKey onForget={leaving(on.onForget)} />
        )}
      </div>
    </form>
  );
}
