import type { Mode } from '../utils/settings/schema';
import { Switch } from './Switch';

/**
 * Three modes as two plain questions: does Solvent act by itself, and if not, does it offer a button? The second one
 * is only asked where it matters.
 */
export function ModeSwitches({ mode, onMode }: { mode: Mode; onMode(mode: Mode): void }) {
  return (
    <>
      <Switch
        label="Solve captchas automatically"
        checked={mode === 'automatic'}
        hint={mode === 'off' ? 'Off: captchas are left alone.' : undefined}
        onChange={(on) => onMode(on ? 'automatic' : 'off')}
      />
      {mode !== 'automatic' && (
        <Switch
          label="Show a button beside captchas"
          checked={mode === 'ask'}
          hint={mode === 'ask' ? 'Each captcha waits until you press its button.' : 'Solve one at a time, on request.'}
          onChange={(on) => onMode(on ? 'ask' : 'off')}
        />
      )}
    </>
  );
}
