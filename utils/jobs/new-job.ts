import type { Widget } from '../messages/agent';
import { type Frame, ownerOf } from './frame';
import type { Job } from './job';

/** The job of a widget that was admitted. */
export const newJob = (
  frame: Frame,
  { ref, challenge }: Widget,
  of: { id: string; service: string; noticedAt: number; now: number },
): Job => ({
  id: of.id,
  service: of.service,
  tried: [],
  refusals: 0,
  challenge: { ...challenge, websiteURL: frame.websiteURL },
  site: frame.place.site,
  incognito: frame.place.incognito,
  owner: ownerOf(frame, ref),
  ownerlessAt: null,
  createdAt: of.now,
  noticedAt: of.noticedAt,
  since: of.now,
  state: { name: 'admitted' },
});
