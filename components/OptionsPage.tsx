import type { OptionsView } from '../utils/messages/ui';
import type { AccountActions, Checks } from '../utils/ui/accounts';
import type { History } from '../utils/ui/history';
import type { Patch } from '../utils/ui/options';
import type { PictureFiles } from '../utils/ui/picture-files';
import { AboutSection } from './AboutSection';
import { BudgetsSection } from './BudgetsSection';
import { HistorySection } from './HistorySection';
import { KindsSection } from './KindsSection';
import { ModeSection } from './ModeSection';
import { PictureRulesSection } from './PictureRulesSection';
import { PresetSection } from './PresetSection';
import { PrivateSection } from './PrivateSection';
import { ServicesSection } from './ServicesSection';
import { SitesSection } from './SitesSection';
import { WhenSection } from './WhenSection';

interface Props {
  view: OptionsView;
  checks: Checks;
  now: number;
  accounts: AccountActions;
  history: History;
  pictureFiles: PictureFiles;
  onPatch(patch: Patch): void;
}

/** Everything that can be set, in the order in which it matters. */
export function OptionsPage({ view, checks, now, accounts, history, pictureFiles, onPatch }: Props) {
  const { mode, when, kinds, sites, pictures, budgets, privateWindows, keepDays, prices } = view.settings;
  return (
    <>
      <ServicesSection accounts={view.accounts} dialects={view.dialects} checks={checks} now={now} actions={accounts} />
      <ModeSection mode={mode} onPick={(picked) => onPatch({ mode: picked })} />
      <WhenSection when={when} onPick={(picked) => onPatch({ when: picked })} />
      <KindsSection mode={mode} kinds={kinds} onChange={(changed) => onPatch({ kinds: changed })} />
      <SitesSection mode={mode} sites={sites} onChange={(changed) => onPatch({ sites: changed })} />
      <PictureRulesSection
        pictures={pictures}
        files={pictureFiles}
        onChange={(changed) => onPatch({ pictures: changed })}
      />
      <BudgetsSection budgets={budgets} onChange={(changed) => onPatch({ budgets: changed })} />
      <HistorySection
        history={history}
        accounts={view.accounts}
        keepDays={keepDays}
        prices={prices}
        onPatch={onPatch}
      />
      <PrivateSection on={privateWindows} onChange={(on) => onPatch({ privateWindows: on })} />
      <PresetSection preset={view.preset} />
      <AboutSection version={view.version} />
    </>
  );
}
