import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Field.module.css';
import { Icon } from './Icon';

/** What the control inside a field must carry to be tied to its label, hint and error. */
export interface FieldWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface Props {
  label: string;
  hint?: ComponentChildren;
  /** Why what was typed is refused. */
  error?: string | null;
  children(wiring: FieldWiring): ComponentChildren;
}

/** A label, its control, and below it the error and the hint. */
export function Field({ label, hint, error = null, children }: Props) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class={css['field']}>
      <label class={css['label']} for={id}>
        {label}
      </label>
      <div class={css['body']}>
        {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
        {error && (
          <p id={`${id}-error`} class={css['error']}>
            <Icon name="alert" />
            <span>{error}</span>
          </p>
        )}
        {hint && (
          <div id={`${id}-hint`} class={css['hint']}>
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
