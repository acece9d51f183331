import { browser } from '#imports';
import type { Desk } from '../jobs/desk';
import type { Means } from '../policy/decide';
import type { Settings } from '../settings/schema';

export interface ToolbarDeps {
  desk(): Promise<Desk>;
  rules(): Promise<{ settings: Settings; means: Means }>;
}

const icons = (name: string) => ({ 16: `/icon/${name}16.png`, 32: `/icon/${name}32.png` });

/** Keeps the toolbar button true: on, off, in need of the person, and how many widgets are being solved in the tab. */
export function createToolbar({ desk, rules }: ToolbarDeps) {
  let planned = false;
  const shown = new Map<number, string>();

  async function draw(): Promise<void> {
    planned = false;
    const { settings, means } = await rules();
    const off = settings.mode === 'off';
    const trouble = !off && (!means.service || means.paused);
    const title = off ? 'Solvent is off' : trouble ? (means.paused ?? 'Solvent needs a key') : 'Solvent';
    await browser.action.setIcon({ path: icons(off ? 'off-' : trouble ? 'alert-' : '') });
    await browser.action.setTitle({ title });
    const counts = new Map<number, number>();
    const open = await desk();
    for (const tabId of new Set([...shown.keys(), ...open.frames().map((frame) => frame.tabId)])) {
      const working = open.views(tabId).filter(({ state }) => state === 'working').length;
      counts.set(tabId, working);
    }
    for (const [tabId, count] of counts) {
      const text = count ? String(count) : '';
      if ((shown.get(tabId) ?? '') === text) continue;
      shown.set(tabId, text);
      // The tab may be gone.
      await browser.action.setBadgeText({ tabId, text }).catch(() => shown.delete(tabId));
    }
  }

  return {
    update(): void {
      if (planned) return;
      planned = true;
      setTimeout(() => void draw(), 50);
    },
  };
}
