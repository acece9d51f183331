import type { PopupView, SaveKey, ServiceView } from '../messages/ui';

/** What the person chose or typed and has not saved; a missing field is untouched and follows the background. */
export type KeyDraft = Partial<SaveKey>;

export interface KeyForm {
  service: ServiceView | undefined;
  clientKey: string;
  address: string;
  dialect: string;
  /** The chosen service is the one in use, and its key is stored. */
  stored: boolean;
  /** Another service is chosen whose key is saved already, and nothing is typed to replace it. */
  reuse: boolean;
}

/** What the form shows: the draft where there is one, else what is stored. */
export function keyForm(view: PopupView, draft: KeyDraft): KeyForm {
  const id = draft.service ?? view.service;
  const current = id === view.service;
  const service = view.services.find((each) => each.id === id) ?? view.services[0];
  return {
    service,
    clientKey: draft.clientKey ?? (current ? view.clientKey : ''),
    address: draft.address ?? (current ? view.address : ''),
    dialect: draft.dialect ?? view.dialect,
    stored: current && view.clientKey !== '',
    reuse: !current && Boolean(service?.hasKey) && !draft.clientKey && !draft.address,
  };
}

/** The draft that is left once `sent` was saved: what the person typed meanwhile stays. */
export function withoutSaved(draft: KeyDraft, sent: KeyDraft): KeyDraft {
  const left = Object.entries(draft).filter(([field, value]) => sent[field as keyof KeyDraft] !== value);
  return Object.fromEntries(left) as KeyDraft;
}
