import type { OptionsView } from '../utils/messages/ui';
import type { Patch } from '../utils/ui/options';
import { AboutSection } from './AboutSection';
import { BudgetsSection } from './BudgetsSection';
import { KindsSection } from './KindsSection';
import { ModeSection } from './ModeSection';
import { PresetSection } from './PresetSection';
import { PrivateSection } from './PrivateSection';
import { SitesSection } from './SitesSection';
import { WhenSection } from './WhenSection';

/** Everything that can be set, in the order in which it matters. */
export function OptionsPage({ view, onPatch }: { view: OptionsView; onPatch(patch: Patch): void }) {
  const { mode, when, kinds, sites, budgets, privateWindows } = view.settings;
  return (
    <>
      <ModeSection mode={mode} onPick={(picked) => onPatch({ mode: picked })} />
      <WhenSection when={when} onPick={(picked) => onPatch({ when: picked })} />
      <KindsSection mode={mode} kinds={kinds} onChange={(changed) => onPatch({ kinds: changed })} />
      <SitesSection mode={mode} sites={sites} onChange={(changed) => onPatch({ sites: changed })} />
      <BudgetsSection budgets={budgets} onChange={(changed) => onPatch({ budgets: changed })} />
      <PrivateSection on={privateWindows} onChange={(on) => onPatch({ privateWindows: on })} />
      <PresetSection preset={view.preset} />
      <AboutSection version={view.version} />
    </>
  );
}
