import { computed } from '@preact/signals';
import { render } from 'preact';
import { PopupPage } from '../../components/PopupPage';
import { PopupShell } from '../../components/PopupShell';
import { Unreachable } from '../../components/Unreachable';
import { ask } from '../../utils/messages/ui-send';
import { clock } from '../../utils/ui/clock';
import { closePopup, draftStore, onStorageChange, openOptions, subjectTab } from '../../utils/ui/platform';
import { createPopup } from '../../utils/ui/popup';

const popup = createPopup({ ask, tab: subjectTab, drafts: draftStore, onChange: onStorageChange, close: closePopup });
const now = clock(computed(() => popup.view.value?.widgets.some(({ state }) => state === 'working') ?? false));

function App() {
  const view = popup.view.value;
  return (
    <PopupShell onOptions={openOptions}>
      {popup.unreachable.value && <Unreachable onRetry={popup.actions.retry} />}
      {view && (
        <PopupPage
          view={view}
          draft={popup.draft.value}
          busy={popup.busy.value}
          refusal={popup.refusal.value}
          trouble={popup.trouble.value}
          reports={popup.reports.value}
          now={now.value}
          actions={popup.actions}
        />
      )}
    </PopupShell>
  );
}

render(<App />, document.getElementById('app') as HTMLElement);
