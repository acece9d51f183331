import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OptionsView } from '../utils/messages/ui';
import { type AccountActions, type Checks, moved } from '../utils/ui/accounts';
import { Section } from './Section';
import { ServiceRow } from './ServiceRow';
import css from './ServicesSection.module.css';

interface Props {
  accounts: OptionsView['accounts'];
  dialects: OptionsView['dialects'];
  checks: Checks;
  now: number;
  actions: AccountActions;
}

/** The services that are set up, in the person's order. */
export function ServicesSection({ accounts, dialects, checks, now, actions }: Props) {
  const box = useRef<HTMLDivElement>(null);
  /** The element that keeps the focus through a move, which takes its row out of the page for a moment. */
  const held = useRef<Element | null>(null);
  const gone = useRef<number | null>(null);
  const [said, say] = useState('');
  const ids = accounts.map(({ service }) => service);

  useLayoutEffect(() => {
    if (held.current && document.activeElement !== held.current) (held.current as HTMLElement).focus();
    held.current = null;
    if (gone.current === null) return;
    // The pressed button left with its row: the focus goes to the row that took its place.
    const rows = box.current?.querySelectorAll<HTMLElement>('[data-remove] button') ?? [];
    (rows[Math.min(gone.current, rows.length - 1)] ?? box.current?.querySelector<HTMLElement>('[tabindex]'))?.focus();
    gone.current = null;
  });

  function move(service: string, label: string, by: -1 | 1): void {
    const next = moved(ids, service, by);
    held.current = document.activeElement;
    say(`${label} is now ${next.indexOf(service) + 1} of ${next.length}.`);
    void actions.order(next);
  }

  function remove(service: string): void {
    gone.current = ids.indexOf(service);
    say('');
    void actions.remove(service);
  }

  return (
    <Section title="Services" intro="The first service that can is asked; the next is tried when it cannot.">
      <div ref={box} class={css['box']}>
        {accounts.length ? (
          <>
            <ol class={css['list']} aria-label="Services in order">
              {accounts.map((account, index) => (
                <ServiceRow
                  key={account.service}
                  account={account}
                  place={index + 1}
                  of={accounts.length}
                  dialects={dialects}
                  check={checks[account.service]}
                  now={now}
                  actions={actions}
                  onMove={(by) => move(account.service, account.label, by)}
                  onRemove={() => remove(account.service)}
                />
              ))}
            </ol>
            <p class={css['more']}>To add a service or change a key, open the popup and save the key there.</p>
          </>
        ) : (
          <p class={css['more']} tabIndex={-1}>
            No service yet. Open the popup and save a key.
          </p>
        )}
        <p class="visually-hidden" aria-live="polite">
          {said}
        </p>
      </div>
    </Section>
  );
}
