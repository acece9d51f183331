import type { PopupView } from '../utils/messages/ui';
import { type KeyDraft, type KeyForm, keyForm } from '../utils/ui/key-form';
import type { Busy, Popup, Refusal } from '../utils/ui/popup';
import { AccountForm } from './AccountForm';
import { AccountProblem } from './AccountProblem';
import { AccountStatus } from './AccountStatus';
import { Card } from './Card';

interface Props {
  view: PopupView;
  draft: KeyDraft;
  busy: Busy;
  refusal: Refusal | null;
  now: number;
  actions: Popup['actions'];
}

/** The service that solves, its key, and what it says of the account. */
export function Account({ view, draft, busy, refusal, now, actions }: Props) {
  const form = keyForm(view, draft);
  return (
    <Card title="Solving service">
      <AccountForm
        services={view.services}
        dialects={view.dialects}
        form={form}
        dirty={Object.keys(draft).length > 0}
        busy={busy}
        refusal={refusal}
        onType={actions.type}
        onSave={actions.save}
        onForget={actions.forget}
        onDiscard={actions.discard}
      />
      <AccountStatus
        account={view.account}
        progress={progress(view, form, busy, refusal)}
        now={now}
        busy={busy === 'check'}
        onCheck={
          form.stored && busy !== 'save' && busy !== 'use' && view.account.state !== 'no-balance' ? actions.check : null
        }
      />
      {view.problems.map(({ service, account }) => (
        <AccountProblem
          key={`${service} ${account.about} ${account.code}`}
          account={account}
          now={now}
          onResume={() => void actions.resume(service)}
        />
      ))}
    </Card>
  );
}

const DOING = {
  save: 'Checking the key…',
  use: 'Switching the service…',
  check: 'Asking for the balance…',
  forget: 'Forgetting the key…',
} as const satisfies Record<Exclude<Busy, null>, string>;

function progress(view: PopupView, form: KeyForm, busy: Busy, refusal: Refusal | null) {
  if (busy) return { words: DOING[busy], working: true };
  const words = refusal ? `Not saved: see the ${refusal.field} above.` : unsaved(view, form);
  return words === null ? null : { words, working: false };
}

/** What holds while another service is chosen and not in use yet. */
function unsaved(view: PopupView, form: KeyForm): string | null {
  if (form.service?.id === view.service) return null;
  const current = view.services.find(({ id }) => id === view.service);
  if (!view.clientKey || !current) return form.reuse ? null : 'No key saved yet.';
  return `${current.label} stays in use until you ${form.reuse ? 'press “Use saved key”' : 'save a key here'}.`;
}
