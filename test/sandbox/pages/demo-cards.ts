import { startFuncaptcha, startImage, startRecaptcha } from './demo-widgets.ts';

export type DemoKind = 'declarative' | 'explicit' | 'form' | 'enterprise' | 'invisible' | 'funcaptcha' | 'image';

export interface DemoCard {
  id: string;
  kind: DemoKind;
  /** The kind, in words for a person. */
  label: string;
  title: string;
  text: string;
  /** The form field that carries the answer to the site. */
  field: string;
  /** Missing where there is no vendor. */
  websiteKey?: string;
}

export interface DemoResult {
  kind: string;
  shownAt: number;
  callbackAt: number | null;
  seconds: number | null;
  verdict: string | null;
}

interface SiteReply {
  success: boolean;
  'error-codes'?: string[];
  error?: string;
}

/** Runs in the demo page: times each widget from shown to callback and asks the site what it says to the answer. */
export const runDemo = (cards: readonly DemoCard[]): void => {
  const demo: DemoResult[] = [];
  (window as unknown as { demo: DemoResult[] }).demo = demo;
  const results = new Map<string, DemoResult>();
  const twice = new Set<string>();

  const write = (id: string, part: string, text: string): void => {
    const element = document.querySelector(`#card-${id} [data-part="${part}"]`);
    if (element !== null) element.textContent = text;
  };
  const mark = (id: string, state: string): void => {
    document.getElementById(`card-${id}`)?.setAttribute('data-state', state);
  };
  const summarise = (): void => {
    const accepted = demo.filter(({ verdict }) => verdict === 'accepted').length;
    const summary = document.getElementById('summary');
    if (summary !== null) summary.textContent = `${accepted} of ${cards.length} accepted`;
  };

  const show = (card: DemoCard): void => {
    if (results.has(card.id)) return;
    const result: DemoResult = { kind: card.kind, shownAt: Date.now(), callbackAt: null, seconds: null, verdict: null };
    results.set(card.id, result);
    demo.push(result);
    mark(card.id, 'shown');
  };

  const post = async (card: DemoCard, token: string): Promise<string> => {
    const form = document.getElementById(`slot-${card.id}`)?.closest('form');
    const headers = { accept: 'application/json' };
    const body = form ? new FormData(form) : new FormData();
    if (card.websiteKey !== undefined) body.set('sitekey', card.websiteKey);
    body.set(card.field, token);
    const response = await fetch(form?.action ?? '/submit', { method: 'POST', headers, body });
    const { success, error = '', 'error-codes': codes = [error] } = (await response.json()) as SiteReply;
    return success ? 'accepted' : `rejected (${codes.join(', ')})`;
  };

  // A second callback for the same widget is a defect, and must be seen, also while the first answer is checked.
  const settle = (card: DemoCard, { verdict }: DemoResult): void => {
    const again = twice.has(card.id);
    write(card.id, 'verdict', again ? 'called back twice' : (verdict ?? 'checking'));
    if (again || verdict !== null) mark(card.id, !again && verdict === 'accepted' ? 'accepted' : 'rejected');
  };

  const finish = async (card: DemoCard, token: string): Promise<void> => {
    show(card);
    const result = results.get(card.id);
    if (result === undefined) return;
    if (result.callbackAt !== null) {
      twice.add(card.id);
      return settle(card, result);
    }
    result.callbackAt = Date.now();
    result.seconds = (result.callbackAt - result.shownAt) / 1000;
    write(card.id, 'seconds', `${result.seconds.toFixed(1)} s`);
    settle(card, result);
    result.verdict = await post(card, token);
    settle(card, result);
    summarise();
  };

  const events = { show, finish };
  const others = new Map<DemoKind, typeof startImage>([
    ['funcaptcha', startFuncaptcha],
    ['image', startImage],
  ]);
  for (const card of cards) others.get(card.kind)?.(card, events);
  startRecaptcha(
    cards.filter(({ kind }) => !others.has(kind)),
    events,
  );
  setInterval(() => {
    for (const card of cards) {
      const result = results.get(card.id);
      if (result?.callbackAt === null)
        write(card.id, 'seconds', `${((Date.now() - result.shownAt) / 1000).toFixed(1)} s`);
    }
  }, 100);
};
