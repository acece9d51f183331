import { signal } from '@preact/signals';

/**
 * Keeps a signal equal to what the background says: `refresh` asks, never twice at once, and a reply that was overtaken
 * by the person's own change is dropped.
 */
export function mirror<V>(load: () => Promise<V>) {
  const view = signal<V | null>(null);
  /** True while there is nothing to show because the background did not answer. */
  const unreachable = signal(false);
  let running = false;
  let again = false;
  let edits = 0;
  let writes = 0;

  async function refresh(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      const seen = edits;
      try {
        const next = await load();
        if (seen !== edits || writes > 0) again = writes === 0;
        else view.value = next;
        unreachable.value = false;
      } catch {
        // The next change in storage asks again; until then the page shows what it knows.
        unreachable.value = view.value === null;
      }
    }
    running = false;
  }

  function edit(change: (current: V) => V): void {
    edits++;
    if (view.value !== null) view.value = change(view.value);
  }

  /** Shows `change` at once, sends it, and then shows what the background made of it. */
  async function write(change: (current: V) => V, send: () => Promise<unknown>): Promise<void> {
    edit(change);
    writes++;
    try {
      await send();
    } finally {
      writes--;
      edits++;
      void refresh();
    }
  }

  return { view, unreachable, refresh, edit, write };
}
