import type { PopupView, SaveKey, ServiceView } from '../messages/ui';

/** What the person chose or typed and has not saved; a missing field is untouched and follows the background. */
export type KeyDraft = Partial<SaveKey>;

export interface KeyForm {
  service: ServiceView | undefined;
  clientKey: string;
  address: string;
  /** The chosen service is the one in use, and its key is stored. */
  stored: boolean;
}

/** What the form shows: the draft where there is one, else what is stored. */
export function keyForm(view: PopupView, draft: KeyDraft): KeyForm {
  const id = draft.service ?? view.service;
  const current = id === view.service;
  return {
    service: view.services.find((service) => service.id === id) ?? view.services[0],
    clientKey: draft.clientKey ?? (current ? view.clientKey : ''),
    address: draft.address ?? (current ? view.address : ''),
    stored: current && view.clientKey !== '',
  };
}

/** The draft that is left once `sent` was saved: what the person typed meanwhile stays. */
export function withoutSaved(draft: KeyDraft, sent: KeyDraft): KeyDraft {
  const left = Object.entries(draft).filter(([field, value]) => sent[field as keyof KeyDraft] !== value);
  return Object.fromEntries(left) as KeyDraft;
}
