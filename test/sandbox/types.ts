/** What the sandbox offers to the demo, the end-to-end tests and the benchmark. Design section 9. */

export interface SandboxOptions {
  /** TLS port on loopback; 0 or missing picks a free one. */
  port?: number;
  /** Seeds everything that real releases vary, so that a failing run can be repeated. */
  seed?: number;
  /** What a task takes at the service, in ms, until a test says otherwise. */
  solveAfterMs?: number;
}

export interface Sandbox {
  readonly port: number;
  readonly seed: number;
  /** The self-signed certificate, PEM: for NODE_EXTRA_CA_CERTS of Node programs that talk to the sandbox. */
  readonly certificate: string;
  /** The value for Chromium's --host-resolver-rules: every host the sandbox plays, to loopback. */
  readonly resolverRules: string;
  readonly services: { readonly capmonster: ServiceControl };
  readonly recaptcha: RecaptchaControl;
  readonly sites: SiteControl;
  close(): Promise<void>;
}

export type ServiceMethod = 'createTask' | 'getTaskResult' | 'getBalance';

/** One HTTP exchange as the service saw it. `rawBody` is kept as sent, so that tests can search it. */
export interface LoggedRequest {
  at: number;
  method: string;
  host: string;
  path: string;
  headers: Record<string, string>;
  rawBody: string;
  body: unknown;
  status: number;
  reply: unknown;
  /** A poll that came sooner than 2 s after the one before it: allowed, but noted. */
  tooSoon?: boolean;
}

/** What the next matching calls answer instead of the truth. */
export type Fault =
  | { kind: 'error'; errorCode: string | null; errorId?: number; status?: number }
  | { kind: 'json'; value: unknown; status?: number }
  | { kind: 'raw'; text: string; contentType?: string; status?: number; headers?: Record<string, string> }
  | { kind: 'big'; bytes: number }
  /** `afterWork`: the call takes effect (a task is made, a solution counts as collected) and only its answer is lost. */
  | { kind: 'reset'; afterWork?: boolean }
  | { kind: 'delay'; ms: number };

export interface ServiceTask {
  taskId: number;
  task: Record<string, unknown>;
  clientKey: string;
  createdAt: number;
  readyAt: number;
  polls: number;
  /** Epoch ms of the first poll that was answered with the solution. */
  collectedAt: number | null;
  token: string;
  cost: number;
  /** How many of `polls` came sooner than 2 s after the one before. */
  pollsTooSoon: number;
}

export interface ServiceControl {
  /** Plain HTTP on loopback, for Node; in the browser the service is https://api.capmonster.cloud. */
  readonly origin: string;
  /** Makes a key known, with its balance in USD. Unknown keys get ERROR_KEY_DOES_NOT_EXIST. */
  addKey(clientKey: string, balance: number): void;
  balance(clientKey: string): number | undefined;
  readonly requests: LoggedRequest[];
  readonly tasks: ServiceTask[];
  /** Latency of new tasks in ms: one number, or a function called for each task. */
  solveAfterMs: number | (() => number);
  /** USD for each solved task, charged once, when its solution is first collected. */
  price: number;
  /** Queues a fault for the next `times` (default 1) calls of `method` ('*': any). */
  fault(method: ServiceMethod | '*', fault: Fault, times?: number): void;
  /** Forgets requests, tasks and faults; keeps the keys. */
  reset(): void;
}

export interface Variant {
  /** ms between the bootstrap (api.js) and the main script. */
  bootstrapDelayMs: number;
  /** Names of the two minified levels in `clients[n]`; '' for a flat client. */
  nesting: readonly [string, string];
  /** 2016 had a plain string in cfg.render. */
  renderAsString: boolean;
  /** What `getResponse` answers from: the textarea's current value, or what the client remembers. */
  responseFrom: 'field' | 'state';
  /** Whether `execute()` returns a promise, or an old release's thenable without `.catch`. */
  executeCatch: boolean;
  /** Whether `execute()` of an invisible v2 widget resolves with the token, or at once with nothing. */
  executeGives: 'token' | 'nothing';
  /** Where an invisible widget keeps its badge, and with it the textarea. */
  badgeIn: 'body' | 'container';
  /** The text thrown for a widget whose element has left the document; `%` is the widget id. */
  removedText: string;
  /** Automatic rendering of every `.g-recaptcha`, or of the first alone. Not drawn: 'all' unless set. */
  autoRender: 'all' | 'first';
  /** An `execute()` passes without a challenge. Not drawn: false unless set. */
  passSilently: boolean;
  /** A click on the checkbox opens the challenge. Not drawn: false unless set. */
  challengeOnClick: boolean;
}

export interface RecaptchaControl {
  /** A known site key; tokens for unknown keys are refused by siteverify. `hostname` limits where it may be used. */
  addSite(site: { websiteKey: string; secret: string; enterprise?: boolean; hostname?: string }): void;
  /** Makes a token as a person's click in the widget would; used by the service and by tests. */
  mint(of: { websiteKey: string; hostname: string; enterprise?: boolean; action?: string }): string;
  /** The server-side check; `hostname` is where the form was served, when the asker knows. */
  verify(ask: { secret: string | undefined; token: string | undefined; hostname?: string }): Verdict;
  readonly verifications: { at: number; token: string; success: boolean; errorCodes: string[] }[];
  /** Fixes what is otherwise drawn from the seed for each page load. */
  variant: Partial<Variant> | null;
  /** Tokens age as if this many ms had passed. */
  tokenLifetimeMs: number;
  /** The vendor's own calls fail, so that widgets run their error-callback. */
  offline: boolean;
}

export interface Verdict {
  success: boolean;
  errorCodes: string[];
  hostname?: string;
  challengeTs?: string;
  action?: string;
}

export interface SiteControl {
  /** Serves `files` below `https://HOST/`, for any host ending in `.test`. A string is HTML; headers are optional. */
  page(url: string, html: string, headers?: Record<string, string>): void;
  /** Serves a folder, for pages that Vite built. */
  mount(url: string, folder: string): void;
  /** Form posts and fetches to /submit on any site: what came, and what siteverify said. */
  readonly submissions: {
    at: number;
    url: string;
    fields: Record<string, string>;
    success: boolean;
    errorCodes: string[];
  }[];
  /** Every request the pages made, for the search for leaked keys. */
  readonly requests: {
    at: number;
    host: string;
    path: string;
    method: string;
    headers: Record<string, string>;
    body: string;
  }[];
}
