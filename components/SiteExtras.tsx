import type { SiteRule } from '../utils/settings/schema';
import css from './SiteExtras.module.css';
import { Switch } from './Switch';

interface Props {
  hostname: string;
  rule: SiteRule;
  onChange(rule: SiteRule): void;
}

/** What of a site's rule is rarely needed; open where something of it is chosen. */
export function SiteExtras({ hostname, rule, onChange }: Props) {
  const set = (name: 'always' | 'letRun' | 'submit', on: boolean) => {
    const { [name]: _, ...rest } = rule;
    onChange(on ? { ...rest, [name]: true } : rest);
  };
  return (
    <details class={css['more']} open={rule.always || rule.letRun || rule.submit}>
      <summary>
        More for <span class={css['name']}>{hostname}</span>
      </summary>
      <div class={css['switches']}>
        <Switch
          label="Solve invisible widgets at once here"
          checked={rule.always ?? false}
          hint="Off: Solvent waits until a challenge is shown, as most let you pass by themselves."
          onChange={(on) => set('always', on)}
        />
        <Switch
          label="Let FunCaptcha begin by itself here"
          checked={rule.letRun ?? false}
          hint="Some sites give it a value that works once. On: it goes to the widget, which may let you pass, and what it shows then is yours to solve. Off: Solvent holds the widget back and solves it."
          onChange={(on) => set('letRun', on)}
        />
        <Switch
          label="Send the form once its picture is answered"
          checked={rule.submit ?? false}
          hint="Presses the form's own button after the letters of an image captcha were filled in."
          onChange={(on) => set('submit', on)}
        />
      </div>
    </details>
  );
}
