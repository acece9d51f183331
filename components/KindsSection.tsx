import type { Mode, Settings } from '../utils/settings/schema';
import { KINDS } from '../utils/widgets/kinds';
import { KindRule } from './KindRule';
import { Section } from './Section';

interface Props {
  mode: Mode;
  kinds: Settings['kinds'];
  onChange(kinds: Settings['kinds']): void;
}

/** Rules for kinds of widgets that differ from the general one. */
export function KindsSection({ mode, kinds, onChange }: Props) {
  return (
    <Section title="Kinds of captcha" intro="A rule here overrides the general one; a rule for a site overrides both.">
      {KINDS.map((kind) => (
        <KindRule
          key={kind}
          kind={kind}
          general={mode}
          rule={kinds[kind] ?? {}}
          onChange={(rule) => onChange({ ...kinds, [kind]: rule })}
        />
      ))}
    </Section>
  );
}
