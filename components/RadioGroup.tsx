import { useId } from 'preact/hooks';
import css from './RadioGroup.module.css';

export interface RadioChoice<V extends string> {
  value: V;
  label: string;
  hint: string;
}

interface Props<V extends string> {
  legend: string;
  value: V;
  choices: readonly RadioChoice<V>[];
  onPick(value: V): void;
}

/** One of several, each with a sentence on what it means. */
export function RadioGroup<V extends string>({ legend, value, choices, onPick }: Props<V>) {
  const id = useId();
  return (
    <fieldset>
      <legend class={css['legend']}>{legend}</legend>
      <div class={css['choices']}>
        {choices.map((choice) => (
          <label key={choice.value} class={css['choice']}>
            <input
              type="radio"
              name={id}
              class={css['radio']}
              checked={choice.value === value}
              aria-labelledby={`${id}-${choice.value}-name`}
              aria-describedby={`${id}-${choice.value}-hint`}
              onChange={() => onPick(choice.value)}
            />
            <span id={`${id}-${choice.value}-name`} class={css['label']}>
              {choice.label}
            </span>
            <span id={`${id}-${choice.value}-hint`} class={css['hint']}>
              {choice.hint}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
