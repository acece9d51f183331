import { useRef } from 'preact/hooks';
import type { Mode, Settings } from '../utils/settings/schema';
import { useRefocus } from '../utils/ui/refocus';
import { AddSite } from './AddSite';
import { Notice } from './Notice';
import { Section } from './Section';
import { SiteRow } from './SiteRow';
import css from './SitesSection.module.css';

interface Props {
  mode: Mode;
  sites: Settings['sites'];
  onChange(sites: Settings['sites']): void;
}

/** Rules for single sites. */
export function SitesSection({ mode, sites, onChange }: Props) {
  const hostnames = Object.keys(sites).sort();
  const box = useRef<HTMLDivElement>(null);
  const removed = useRefocus(
    () => [...(box.current?.querySelectorAll<HTMLElement>('li button') ?? [])],
    () => box.current?.querySelector('input'),
  );

  function remove(hostname: string): void {
    removed(hostnames.indexOf(hostname));
    onChange(Object.fromEntries(Object.entries(sites).filter(([name]) => name !== hostname)));
  }

  return (
    <Section
      title="Sites"
      intro="Rules for single sites, the strongest of all. www.shop.example and shop.example are two hostnames."
    >
      {mode === 'off' && (
        <Notice tone="info">
          <p>Solvent is off in general, so it is off on these sites too.</p>
        </Notice>
      )}
      <div ref={box} class={css['box']}>
        <AddSite taken={hostnames} onAdd={(hostname, rule) => onChange({ ...sites, [hostname]: { mode: rule } })} />
        {hostnames.length ? (
          <ul class={css['list']} aria-label="Sites with a rule">
            {hostnames.map((hostname) => (
              <SiteRow
                key={hostname}
                hostname={hostname}
                rule={sites[hostname] ?? {}}
                onChange={(rule) => onChange({ ...sites, [hostname]: rule })}
                onRemove={() => remove(hostname)}
              />
            ))}
          </ul>
        ) : (
          <p class={css['none']}>No site has a rule of its own.</p>
        )}
      </div>
    </Section>
  );
}
