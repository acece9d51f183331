import { useState } from 'preact/hooks';
import type { PopupView } from '../utils/messages/ui';
import type { KeyDraft } from '../utils/ui/key-form';
import type { Busy, Popup, Refusal } from '../utils/ui/popup';
import type { Reports } from '../utils/ui/reports';
import { Account } from './Account';
import { Card } from './Card';
import { ModeSwitches } from './ModeSwitches';
import { Notice } from './Notice';
import { PresetProblems } from './PresetProblems';
import { SiteSwitch } from './SiteSwitch';
import { TodayLine } from './TodayLine';
import { Welcome } from './Welcome';
import { WidgetList } from './WidgetList';

interface Props {
  view: PopupView;
  draft: KeyDraft;
  busy: Busy;
  refusal: Refusal | null;
  trouble: string | null;
  reports: Reports;
  now: number;
  actions: Popup['actions'];
}

/** Everything below the popup's header. */
export function PopupPage({ view, draft, busy, refusal, trouble, reports, now, actions }: Props) {
  // Decided once: blocks must not change places under somebody's hands when the first key is saved.
  const [setup] = useState(!view.clientKey);
  const account = (
    <Account key="account" view={view} draft={draft} busy={busy} refusal={refusal} now={now} actions={actions} />
  );
  return (
    <>
      {trouble && (
        <Notice tone="bad" urgent>
          <p>{trouble}</p>
        </Notice>
      )}
      {view.preset.state === 'refused' && <PresetProblems problems={view.preset.problems} />}
      {setup && !view.clientKey && <Welcome />}
      {setup && account}
      <Card>
        <ModeSwitches mode={view.mode} onMode={actions.setMode} />
        <SiteSwitch site={view.site} mode={view.mode} onSite={actions.setSite} />
      </Card>
      {view.site && (
        <WidgetList
          widgets={view.widgets}
          site={view.site}
          now={now}
          reports={reports}
          onReport={actions.report}
          onMore={actions.allowMore}
          onPick={actions.pick}
        />
      )}
      {view.today && <TodayLine today={view.today} />}
      {!setup && account}
    </>
  );
}
