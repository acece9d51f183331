export interface DemoCard {
  id: string;
  kind: string;
  title: string;
  text: string;
  websiteKey: string;
}

export interface DemoResult {
  kind: string;
  shownAt: number;
  callbackAt: number | null;
  seconds: number | null;
  verdict: string | null;
}

interface VendorApi {
  render(element: Element, params: Record<string, unknown>): number;
  execute(id: number): unknown;
}

interface DemoGlobals {
  demo: DemoResult[];
  grecaptcha?: VendorApi & { enterprise?: VendorApi };
  [name: string]: unknown;
}

const FIELD = 'g-recaptcha-response';

/** Runs in the demo page: times each widget from shown to callback and asks the site what siteverify says. */
export const runDemo = (cards: DemoCard[]): void => {
  const page = window as unknown as DemoGlobals;
  page.demo = [];
  const slotOf = (id: string): HTMLElement => document.getElementById(`slot-${id}`) as HTMLElement;
  const results = new Map<string, DemoResult>();

  const write = (id: string, part: string, text: string): void => {
    const element = document.querySelector(`#card-${id} [data-part="${part}"]`);
    if (element !== null) element.textContent = text;
  };
  const summarise = (): void => {
    const accepted = page.demo.filter(({ verdict }) => verdict === 'accepted').length;
    const summary = document.getElementById('summary');
    if (summary !== null) summary.textContent = `${accepted} of ${cards.length} accepted`;
  };

  const show = (card: DemoCard): void => {
    if (results.has(card.id)) return;
    const result: DemoResult = { kind: card.kind, shownAt: Date.now(), callbackAt: null, seconds: null, verdict: null };
    results.set(card.id, result);
    page.demo.push(result);
    document.getElementById(`card-${card.id}`)?.setAttribute('data-state', 'shown');
  };

  const post = async (card: DemoCard, token: string): Promise<string> => {
    const form = slotOf(card.id).closest('form');
    const headers = { accept: 'application/json' };
    const body = form === null ? new FormData() : new FormData(form);
    body.set('sitekey', card.websiteKey);
    body.set(FIELD, token);
    const response = await fetch('/submit', { method: 'POST', headers, body });
    const { success, 'error-codes': codes } = (await response.json()) as { success: boolean; 'error-codes': string[] };
    return success ? 'accepted' : `rejected (${codes.join(', ')})`;
  };

  const finish = async (card: DemoCard, token: string): Promise<void> => {
    show(card);
    const result = results.get(card.id);
    // A second callback for the same widget is a defect, and must be seen.
    if (result === undefined || result.callbackAt !== null) return write(card.id, 'verdict', 'called back twice');
    result.callbackAt = Date.now();
    result.seconds = (result.callbackAt - result.shownAt) / 1000;
    write(card.id, 'seconds', `${result.seconds.toFixed(1)} s`);
    write(card.id, 'verdict', 'checking');
    result.verdict = await post(card, token);
    write(card.id, 'verdict', result.verdict);
    const state = result.verdict === 'accepted' ? 'accepted' : 'rejected';
    document.getElementById(`card-${card.id}`)?.setAttribute('data-state', state);
    summarise();
  };

  const paramsOf = (card: DemoCard): Record<string, unknown> => ({
    sitekey: card.websiteKey,
    callback: (token: string) => finish(card, token),
  });
  const renderEnterprise = (card: DemoCard): void => {
    page.grecaptcha?.enterprise?.render(slotOf(card.id), { ...paramsOf(card), action: 'login', s: 'one-time-value' });
  };
  const renderInvisible = (card: DemoCard): void => {
    const id = page.grecaptcha?.render(slotOf(card.id), { ...paramsOf(card), size: 'invisible', badge: 'inline' });
    const button = document.getElementById(`ask-${card.id}`) as HTMLButtonElement;
    button.disabled = false;
    button.addEventListener('click', () => {
      show(card);
      page.grecaptcha?.execute(id ?? 0);
    });
  };
  const renderExplicit = (card: DemoCard): void => {
    page.grecaptcha?.render(slotOf(card.id), paramsOf(card));
  };
  const each = (kind: string, act: (card: DemoCard) => void): void => {
    for (const card of cards) if (card.kind === kind) act(card);
  };

  for (const card of cards) {
    page[`demo_${card.id}`] = (token: string) => finish(card, token);
    // An invisible widget is shown when it is asked for, the others once their frame is in the page.
    if (card.kind !== 'invisible') {
      new MutationObserver(() => show(card)).observe(slotOf(card.id), { childList: true });
    }
  }
  page['demoLoaded'] = () => {
    each('explicit', renderExplicit);
    each('invisible', renderInvisible);
  };
  page['demoEnterpriseLoaded'] = () => each('enterprise', renderEnterprise);
  setInterval(() => {
    for (const card of cards) {
      const result = results.get(card.id);
      if (result?.callbackAt === null)
        write(card.id, 'seconds', `${((Date.now() - result.shownAt) / 1000).toFixed(1)} s`);
    }
  }, 100);
};
