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
    const { icon, title } = faceOf(await rules());
    await browser.action.setIcon({ path: icons(icon) });
    await browser.action.setTitle({ title });
    const open = await desk();
    for (const tabId of new Set([...shown.keys(), ...open.frames().map((frame) => frame.tabId)])) {
      await drawCount(tabId, open.views(tabId).filter(({ state }) => state === 'working').length);
    }
  }

  async function drawCount(tabId: number, count: number): Promise<void> {
    const text = count ? String(count) : '';
    if ((shown.get(tabId) ?? '') === text) return;
    shown.set(tabId, text);
    // The tab may be gone.
    await browser.action.setBadgeText({ tabId, text }).catch(() => shown.delete(tabId));
  }

  return {
    update(): void {
      if (planned) return;
      planned = true;
      setTimeout(() => void draw(), 50);
    },
  };
}

function faceOf({ settings, means }: { settings: Settings; means: Means }): { icon: string; title: string } {
  if (settings.mode === 'off') return { icon: 'off-', title: 'Solvent is off' };
  if (means.service && !means.paused) return { icon: '', title: 'Solvent' };
  return { icon: 'alert-', title: means.paused ?? 'Solvent needs a key' };
}
