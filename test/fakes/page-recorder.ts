import type { Recorder } from '../../utils/page/line';

/** What a page part is handed, on a page where nothing was called yet. */
export const fakeRecorder = (over: Partial<Recorder> = {}): Recorder => ({
  calls: [],
  watch: () => undefined,
  held: [],
  hear: () => undefined,
  say: () => undefined,
  ...over,
});
