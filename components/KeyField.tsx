import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from './Field';
import css from './KeyField.module.css';
import input from './TextField.module.css';

interface Props {
  value: string;
  hint: ComponentChildren;
  error: string | null;
  onInput(text: string): void;
}

/** The key, masked until the person asks to see it. */
export function KeyField({ value, hint, error, onInput }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field label="API key" hint={hint} error={error}>
      {(wiring) => (
        <div class={css['wrap']}>
          <input
            {...wiring}
            class={`${input['input']} ${css['key']}`}
            // Preact types each input type apart; this one is two of them in turn.
            type={(shown ? 'text' : 'password') as 'password'}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <button
            type="button"
            class={css['show']}
            aria-label={shown ? 'Hide key' : 'Show key'}
            onClick={() => setShown(!shown)}
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </div>
      )}
    </Field>
  );
}
