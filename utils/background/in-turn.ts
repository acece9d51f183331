/** Chromium lets an extension look at tabs twice a second (`MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND`); in ms. */
const AGAIN_MS = 550;
const TRIES = 5;

/**
 * What `look` gives; where the browser says that it was asked too often, it is asked again in a moment, some times at
 * most. Throws what else goes wrong.
 */
export async function inTurn<T>(look: () => Promise<T>, wait: (ms: number) => Promise<void>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await look();
    } catch (error) {
      if (tries === TRIES || !/_PER_SECOND/.test(String(error))) throw error;
      await wait(AGAIN_MS);
    }
}
