import { browser } from '#imports';
import type { Frame } from '../jobs/frame';
import type { AgentMessage } from '../messages/agent';
import { base64, fitted } from '../widgets/image/fit';
import { inTurn } from './in-turn';

type Said<T extends AgentMessage['type']> = Extract<AgentMessage, { type: T }>;

/** No captcha picture is larger; more of a page than that is nobody's business. */
const LARGEST = { width: 1_000, height: 600 };

const waitFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Pictures that no script may read (another site's without CORS, a CSS background) are cut out of what the tab shows: a
 * second request for them would get another picture (design section 7). The cut stays here; no page and no agent gets it.
 */
export function createShots() {
  const kept = new Map<string, string>();
  const nameOf = ({ document }: Frame, ref: string) => `${document} ${ref}`;

  async function cut({ tabId, frameId }: Frame, { rect, view }: Said<'shoot'>): Promise<string | null> {
    // Where a frame within the page is, only the page could say.
    if (frameId !== 0 || rect.width > LARGEST.width || rect.height > LARGEST.height || !view) return null;
    const tab = await browser.tabs.get(tabId);
    if (!tab.active) return null;
    const image = await inTurn(() => browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' }), waitFor);
    // Another tab may have come to the front meanwhile.
    if (!(await browser.tabs.get(tabId)).active) return null;
    const bitmap = await createImageBitmap(await (await fetch(image)).blob());
    const scale = bitmap.width / view;
    const [left, top] = [Math.round(rect.left * scale), Math.round(rect.top * scale)];
    const width = Math.round((rect.left + rect.width) * scale) - left;
    const height = Math.round((rect.top + rect.height) * scale) - top;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, -left, -top);
    return base64(await fitted(canvas));
  }

  return {
    /** Only for a widget that is being made ready: what a frame says by itself is no reason to look at the tab. */
    async take(frame: Frame, said: Said<'shoot'>): Promise<void> {
      const { ref } = said;
      const body = frame.preparing.has(ref) ? await cut(frame, said).catch(() => null) : null;
      if (body) kept.set(nameOf(frame, ref), body);
      frame.post({ type: 'shot', ref, taken: body !== null });
    },

    /** With the picture that was cut out for it. */
    completed(frame: Frame, said: Said<'prepared'>): Said<'prepared'> {
      const name = nameOf(frame, said.ref);
      const body = kept.get(name);
      kept.delete(name);
      if (!said.shot || said.challenge.kind !== 'image') return said;
      return { ...said, challenge: { ...said.challenge, body } };
    },
  };
}
