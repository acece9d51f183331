import type { BrowserContext, ConsoleMessage, Page, Request, WebError } from 'playwright';
import type { Sandbox } from '../../sandbox/types.ts';

/** What a page could see of the key: kept from the start of the context, searched at the end of every test. */
export interface Canary {
  /** Every place where the key was found; only requests to the service may hold it. */
  leaks(): Promise<string[]>;
  /** Console lines and errors of all pages. */
  readonly noise: string[];
  /** Ends it: the browser goes on to another test. */
  stop(): Promise<void>;
}

const SERVICE =
  /^https?:\/\/(api\.(capmonster\.cloud|brocapgpt\.com|anti-captcha\.com|2captcha\.com|capsolver\.com)|capkill\.com|captcha69\.com|127\.0\.0\.1)(:\d+)?\//;

/** Begins to listen. To be called before the first page is opened. */
export async function watchCanary(context: BrowserContext, sandbox: Sandbox, key: string): Promise<Canary> {
  const noise: string[] = [];
  const requests: Request[] = [];
  // Only what Solvent's own pages say is not a page's console.
  const own = (url: string) => url.startsWith('chrome-extension:');
  const onConsole = (message: ConsoleMessage) => {
    if (!own(message.page()?.url() ?? '')) noise.push(`console: ${message.text()}`);
  };
  const onError = (error: WebError) => void noise.push(`error: ${error.error().message}`);
  const onRequest = (request: Request) => void requests.push(request);
  context.on('console', onConsole).on('weberror', onError).on('request', onRequest);
  // Collects what a page could overhear, in a closure of its own.
  const script = await context.addInitScript(() => {
    const heard: unknown[] = [];
    addEventListener('message', (event) => heard.push(event.data), true);
    Object.defineProperty(window, '__heard', { value: heard, enumerable: false, configurable: true });
  });

  return {
    noise,
    async stop() {
      context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
      // A browser that the test has ended runs no scripts.
      await script.dispose().catch(() => undefined);
    },
    async leaks() {
      const found: string[] = [];
      const look = (where: string, text: string) => {
        if (text.includes(key)) found.push(where);
      };
      for (const line of noise) look('console', line);
      for (const request of requests) {
        look(`url ${request.url().slice(0, 80)}`, request.url());
        if (SERVICE.test(request.url())) continue;
        look(`body to ${request.url()}`, request.postData() ?? '');
        look(`headers to ${request.url()}`, JSON.stringify(request.headers()));
      }
      for (const request of sandbox.sites.requests) look(`request to ${request.host}`, JSON.stringify(request));
      for (const page of context.pages().filter((page) => /^https?:/.test(page.url())))
        for (const text of await visible(page)) look(`page ${page.url()}`, text);
      return found;
    },
  };
}

/** Everything that a page's own scripts can read in each frame, as text. */
async function visible(page: Page): Promise<string[]> {
  // The vendor's frames hold no script of the page's; what is in their addresses is searched as requests.
  const own = page.frames().filter((frame) => !/\/recaptcha\//.test(frame.url()));
  // A frame that went away while it was read has nothing to show.
  return Promise.all(own.map((frame) => frame.evaluate(readable).catch(() => '')));
}

/** Runs in the page. */
function readable(): string {
  const seen = new Set<object>();
  const parts: string[] = [document.documentElement.outerHTML, document.cookie];
  const enter = (value: object, depth: number) => {
    seen.add(value);
    for (const name of Object.getOwnPropertyNames(value)) {
      parts.push(name);
      try {
        walk((value as Record<string, unknown>)[name], depth + 1);
      } catch {
        // Another origin's window.
      }
    }
  };
  const walk = (value: unknown, depth: number) => {
    if (typeof value === 'string') parts.push(value);
    if (typeof value === 'function') parts.push(Function.prototype.toString.call(value));
    if (typeof value !== 'object' || value === null) return;
    // Frames that are there are read by themselves, each once.
    if (depth > 0 && (value as Window).window === value && !(value as Window).closed) return;
    if (depth > 6 || seen.has(value) || seen.size > 20_000) return;
    enter(value, depth);
  };
  walk(window, 0);
  for (const field of document.querySelectorAll<HTMLInputElement>('input,textarea')) parts.push(field.value);
  try {
    parts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
  } catch {
    // No storage in this frame.
  }
  return parts.join('\n');
}
