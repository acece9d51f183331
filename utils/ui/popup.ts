import { signal } from '@preact/signals';
import type { PopupView, SaveKey, SaveKeyReply, WidgetView } from '../messages/ui';
import type { ask as realAsk } from '../messages/ui-send';
import type { Mode } from '../settings/schema';
import { type KeyDraft, keyForm, withoutSaved } from './key-form';
import { mirror } from './mirror';
import { createReports } from './reports';

export type Busy = 'save' | 'use' | 'check' | 'forget' | null;
export type Refusal = Extract<SaveKeyReply, { ok: false }>;

export interface PopupDeps {
  ask: typeof realAsk;
  tab(): Promise<number | undefined>;
  drafts: { read(): Promise<KeyDraft>; write(draft: KeyDraft): Promise<void> };
  onChange(notify: () => void): void;
  /** The popup lies over the page, and has the keyboard. */
  close(): void;
}

export type Popup = ReturnType<typeof createPopup>;

/** The popup's state as signals, and everything a person can do there. */
export function createPopup({ ask, tab, drafts, onChange, close }: PopupDeps) {
  const tabId = tab().catch(() => undefined);
  async function load(): Promise<PopupView> {
    const id = await tabId;
    return ask('popup', id === undefined ? {} : { tabId: id });
  }
  const { view, unreachable, refresh, edit, write } = mirror(load);
  const { reports, report } = createReports(ask);
  const draft = signal<KeyDraft>({});
  const busy = signal<Busy>(null);
  const refusal = signal<Refusal | null>(null);
  /** What could not be done; the person can repeat it. */
  const trouble = signal<string | null>(null);

  function setDraft(next: KeyDraft): void {
    draft.value = next;
    // Losing the draft costs the person some typing; failing here would cost them the popup.
    drafts.write(next).catch(() => undefined);
  }

  async function attempt(what: string, act: () => Promise<void>): Promise<void> {
    trouble.value = null;
    await act().catch(() => {
      trouble.value = `${what} did not work. Try once more.`;
    });
  }

  async function whileBusy(kind: Exclude<Busy, null>, what: string, act: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = kind;
    await attempt(what, act);
    busy.value = null;
    void refresh();
  }

  function use(service: string): Promise<void> {
    return whileBusy('use', 'Switching the service', async () => {
      await ask('useService', { service });
      // First its stored key, then away with the choice: the form never shows an empty field in between.
      const next = await load();
      edit(() => next);
      setDraft(withoutSaved(draft.value, { service }));
    });
  }

  const actions = {
    retry: refresh,

    type(change: KeyDraft): void {
      const field = refusal.value?.field === 'key' ? 'clientKey' : 'address';
      if ('service' in change || field in change) refusal.value = null;
      const { service, ...rest } = { ...draft.value, ...change };
      setDraft(service === undefined || service === view.value?.service ? rest : { ...rest, service });
    },

    discard(): void {
      refusal.value = null;
      setDraft({});
    },

    report,

    /** Some more of the budget that keeps this widget waiting. */
    allowMore({ more, host }: WidgetView): Promise<void> {
      if (!more) return Promise.resolve();
      return attempt('Allowing more', async () => {
        await ask('allowMore', { budget: more, site: host });
        await refresh();
      });
    },

    /** Has the person pick a picture and its field in the page. */
    pick(): Promise<void> {
      return attempt('Starting the picker', async () => {
        const id = await tabId;
        if (id === undefined) return;
        await ask('pickPicture', { tabId: id });
        close();
      });
    },

    /** Saves the key; or, where the chosen service has one already, puts that service first. */
    save(): Promise<void> {
      const form = view.value && keyForm(view.value, draft.value);
      if (form?.reuse && form.service) return use(form.service.id);
      return whileBusy('save', 'Saving the key', async () => {
        if (!view.value) return;
        const { service, clientKey, address, dialect } = keyForm(view.value, draft.value);
        if (!service) return;
        const sent: SaveKey = { service: service.id, clientKey, ...(service.custom && { address, dialect }) };
        refusal.value = null;
        const reply = await ask('saveKey', sent);
        if (!reply.ok) {
          refusal.value = reply;
          return;
        }
        edit((now) => ({ ...now, service: service.id, clientKey, address, dialect, account: reply.account }));
        setDraft(withoutSaved(draft.value, sent));
      });
    },

    check(): Promise<void> {
      return whileBusy('check', 'Asking for the balance', async () => {
        const service = view.value?.service ?? '';
        const account = await ask('checkBalance', { service });
        edit((now) => (now.service === service ? { ...now, account } : now));
      });
    },

    /** Asks a service again for what it had refused to solve. */
    resume(service: string): Promise<void> {
      const shown = (now: PopupView) => ({
        ...now,
        problems: now.problems.filter((each) => each.service !== service || each.account.about === undefined),
      });
      return attempt('Asking again', () => write(shown, () => ask('resume', { service })));
    },

    forget(): Promise<void> {
      return whileBusy('forget', 'Forgetting the key', async () => {
        await ask('removeKey', { service: view.value?.service ?? '' });
        setDraft({});
        refusal.value = null;
        edit((now) => ({ ...now, clientKey: '', address: '', account: { state: 'no-key' } }));
      });
    },

    setMode(mode: Mode): Promise<void> {
      return attempt('Changing the mode', () =>
        write(
          (now) => withMode(now, mode),
          () => ask('setMode', { mode }),
        ),
      );
    },

    /** Off is a rule of this site; on takes that rule away, so that the site follows the general mode again. */
    setSite(on: boolean): Promise<void> {
      const site = view.value?.site;
      if (!site) return Promise.resolve();
      const { hostname } = site;
      const shown = (now: PopupView) => ({ ...now, site: { hostname, mode: on ? now.mode : ('off' as const) } });
      return attempt('Changing this site', () =>
        write(shown, () => ask('setSite', { hostname, mode: on ? null : 'off' })),
      );
    },
  };

  onChange(() => void refresh());
  /** First the draft, so that the form never shows a stored key in place of a typed one. */
  const ready = drafts
    .read()
    .then((kept) => {
      draft.value = { ...kept, ...draft.value };
    })
    .catch(() => undefined)
    .then(refresh);

  return { view, unreachable, draft, busy, refusal, trouble, reports, actions, ready };
}

/** A site without a rule of its own follows the general mode, as it will in the background's answer. */
function withMode(view: PopupView, mode: Mode): PopupView {
  const { site } = view;
  return { ...view, mode, site: site?.mode === view.mode ? { ...site, mode } : site };
}
