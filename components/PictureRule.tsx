import type { Settings } from '../utils/settings/schema';
import { readName, readPath, readSelectors } from '../utils/ui/selectors';
import { Button } from './Button';
import css from './PictureRule.module.css';
import { TypedField } from './TypedField';

type Rule = Settings['pictures'][string][number];

interface Props {
  host: string;
  /** Its place among those of its site, from 1. */
  place: number;
  rule: Rule;
  onChange(rule: Rule): void;
  onRemove(): void;
}

const PARTS = [
  {
    part: 'picture',
    label: 'Picture',
    hint: 'CSS selectors, one a line, the most trusted first. Exactly one element must be left.',
  },
  { part: 'field', label: 'Field for the answer', hint: 'In the same way.' },
] as const;

const lines = (selectors: string[]): string => selectors.join('\n');
const asIs = (text: string): string => text;

/** The rule with one of its texts set, or without it. */
function withText(rule: Rule, field: 'name' | 'path', text: string): Rule {
  const { [field]: _, ...rest } = rule;
  return text ? { ...rest, [field]: text } : rest;
}

/** The rule with other selectors: what else was noted of the element is about the one that was picked. */
const withSelectors = (rule: Rule, part: 'picture' | 'field', selectors: string[]): Rule => {
  const { within } = rule[part];
  return { ...rule, [part]: { selectors, ...(within && { within }) } };
};

/** One picked picture: what it is called, and how it is found. */
export function PictureRule({ host, place, rule, onChange, onRemove }: Props) {
  const title = rule.name ?? `Rule ${place}`;
  const of = `${title} for ${host}`;
  return (
    <li class={css['rule']} aria-label={of}>
      <div class={css['head']}>
        <span class={css['title']}>
          {title}
          <code class={css['short']}>{rule.picture.selectors[0]}</code>
        </span>
        <span data-remove>
          <Button look="quiet" name={`Remove ${of}`} onClick={onRemove}>
            Remove
          </Button>
        </span>
      </div>
      <details class={css['more']}>
        <summary>
          Edit <span class="visually-hidden">{of}</span>
        </summary>
        <div class={css['fields']}>
          <TypedField
            label="Name"
            hint="What you call it; may be empty."
            value={rule.name ?? ''}
            write={asIs}
            read={readName}
            onChange={(name) => onChange(withText(rule, 'name', name))}
          />
          {PARTS.map(({ part, label, hint }) => (
            <TypedField
              key={part}
              label={label}
              hint={hint}
              rows={Math.min(6, rule[part].selectors.length + 1)}
              value={rule[part].selectors}
              write={lines}
              read={readSelectors}
              onChange={(selectors) => onChange(withSelectors(rule, part, selectors))}
            />
          ))}
          <TypedField
            label="Only on this path"
            hint="Such as /login; empty: on every page of the site."
            value={rule.path ?? ''}
            write={asIs}
            read={readPath}
            onChange={(path) => onChange(withText(rule, 'path', path))}
          />
        </div>
      </details>
    </li>
  );
}
