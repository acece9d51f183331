import { useRef, useState } from 'preact/hooks';
import type { Mode } from '../utils/settings/schema';
import { readHostname } from '../utils/ui/hostname';
import { modeChoices } from '../utils/ui/modes';
import css from './AddSite.module.css';
import { Button } from './Button';
import { SelectField } from './SelectField';
import { TextField } from './TextField';

interface Props {
  taken: readonly string[];
  onAdd(hostname: string, rule: Mode): void;
}

/** Adds a rule for a site; what was typed stays until it is taken. */
export function AddSite({ taken, onAdd }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const [rule, setRule] = useState<Mode>('off');
  const [error, setError] = useState<string | null>(null);

  function submit(event: Event): void {
    event.preventDefault();
    const read = readHostname(text, taken);
    form.current?.querySelector('input')?.focus();
    if (!read.ok) return setError(read.message);
    setText('');
    onAdd(read.hostname, rule);
  }

  return (
    <form ref={form} class={css['form']} noValidate onSubmit={submit}>
      <div class={css['site']}>
        <TextField
          label="Hostname"
          value={text}
          inputMode="url"
          placeholder="shop.example"
          error={error}
          onInput={(typed) => {
            setText(typed);
            setError(null);
          }}
        />
      </div>
      <div class={css['rule']}>
        <SelectField
          label="Rule"
          value={rule}
          choices={modeChoices(null)}
          onPick={(picked) => picked && setRule(picked)}
        />
      </div>
      <div class={css['add']}>
        <Button type="submit">Add site</Button>
      </div>
    </form>
  );
}
