import { useRef } from 'preact/hooks';
import type { Settings } from '../utils/settings/schema';
import type { PictureFiles } from '../utils/ui/picture-files';
import { useRefocus } from '../utils/ui/refocus';
import { PictureRule } from './PictureRule';
import css from './PictureRulesSection.module.css';
import { PictureRulesTools } from './PictureRulesTools';
import { Section } from './Section';

type Pictures = Settings['pictures'];

interface Props {
  pictures: Pictures;
  files: PictureFiles;
  onChange(pictures: Pictures): void;
}

/** The rules of a host with this one changed, or away; a host without rules is away, too. */
function withRules(pictures: Pictures, host: string, rules: Pictures[string]): Pictures {
  const { [host]: _, ...others } = pictures;
  return rules.length ? { ...others, [host]: rules } : others;
}

/** What the person has picked as picture captchas, by site. */
export function PictureRulesSection({ pictures, files, onChange }: Props) {
  const hosts = Object.keys(pictures).sort();
  const box = useRef<HTMLDivElement>(null);
  const removed = useRefocus(
    () => [...(box.current?.querySelectorAll<HTMLElement>('[data-remove] button') ?? [])],
    () => box.current?.querySelector('button'),
  );

  function remove(host: string, index: number): void {
    const before = hosts.slice(0, hosts.indexOf(host)).flatMap((each) => pictures[each] ?? []).length;
    removed(before + index);
    onChange(withRules(pictures, host, pictures[host]?.filter((_, at) => at !== index) ?? []));
  }

  return (
    <Section
      title="Picture rules"
      intro="Image captchas that you picked yourself: how Solvent finds the picture and the field for its answer. To add one, open the page and press “Pick a picture captcha” in the popup."
    >
      <div ref={box} class={css['box']}>
        {hosts.map((host) => (
          <section key={host} class={css['site']} aria-label={host}>
            <h3 class={css['host']}>{host}</h3>
            <ul class={css['list']}>
              {pictures[host]?.map((rule, index) => (
                <PictureRule
                  // What was typed into one must not turn up in the one that takes its place.
                  // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name of their own, and two may be alike.
                  key={`${index} of ${pictures[host]?.length}`}
                  host={host}
                  place={index + 1}
                  rule={rule}
                  onChange={(changed) =>
                    onChange(
                      withRules(pictures, host, pictures[host]?.map((each) => (each === rule ? changed : each)) ?? []),
                    )
                  }
                  onRemove={() => remove(host, index)}
                />
              ))}
            </ul>
          </section>
        ))}
        {!hosts.length && <p class={css['none']}>You have not picked a picture so far.</p>}
        <PictureRulesTools empty={!hosts.length} files={files} onSave={() => files.save(pictures)} />
      </div>
    </Section>
  );
}
