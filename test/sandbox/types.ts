import type { ImageControl } from './images/types.ts';

/** What the sandbox offers to the demo, the end-to-end tests and the benchmark. Design section 9. */

import type { ArkoseControl } from './arkose/types.ts';

export type * from './arkose/types.ts';

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
  readonly services: { readonly [Id in ServiceId]: ServiceControl };
  readonly recaptcha: RecaptchaControl;
  readonly arkose: ArkoseControl;
  readonly sites: SiteControl;
  readonly images: ImageControl;
  /** Ends every open connection, as a server does that starts again. It goes on listening. */
  hangUp(): void;
  close(): Promise<void>;
}

export type ServiceId = 'capmonster' | 'brocapgpt' | 'capkill' | 'captcha69' | 'anticaptcha' | '2captcha' | 'capsolver';

export type ServiceMethod = 'createTask' | 'getTaskResult' | 'getBalance';

/** What a client may say about an answer afterwards; each service has some of these or none. */
export type ReportMethod =
  | 'reportIncorrectImageCaptcha'
  | 'reportIncorrectTokenCaptcha'
  | 'reportIncorrectRecaptcha'
  | 'reportIncorrectHcaptcha'
  | 'reportCorrectRecaptcha'
  | 'reportIncorrect'
  | 'reportCorrect'
  | 'feedbackTask';

export type CallMethod = ServiceMethod | ReportMethod;

/** A report that the service accepted. */
export interface Report {
  at: number;
  method: ReportMethod;
  task: ServiceTask;
  body: Record<string, unknown>;
}

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
  /**
   * A poll that came sooner than 2 s after the one before it: allowed, but noted. Other services than CapMonster have
   * their own interval, and Anti-Captcha one for getBalance.
   */
  tooSoon?: boolean;
}

/** What the next matching calls answer instead of the truth. */
export type Fault =
  | { kind: 'error'; errorCode: string | null; errorId?: number; status?: number }
  | { kind: 'json'; value: unknown; status?: number }
  | { kind: 'raw'; text: string; contentType?: string; status?: number; headers?: Record<string, string> }
  /** `gzip`: few bytes on the wire, as many as asked once inflated. */
  | { kind: 'big'; bytes: number; gzip?: boolean }
  /** `afterWork`: the call takes effect (a task is made, a solution counts as collected) and only its answer is lost. */
  | { kind: 'reset'; afterWork?: boolean }
  /** `afterWork`: the call takes effect at once and only its answer is late. */
  | { kind: 'delay'; ms: number; afterWork?: boolean }
  /** Never an answer, on a connection that stays open. */
  | { kind: 'hang'; afterWork?: boolean }
  /** A gateway's page; 502 unless told. */
  | { kind: 'html'; status?: number }
  | { kind: 'empty'; status?: number }
  /** 429 unless told, with Retry-After in seconds or as a date, and the service's error body when there is a code. */
  | { kind: 'limited'; retryAfter?: number | string; status?: number; errorCode?: string }
  // Those below answer the truth, in a broken form.
  /** The first `keep` bytes, half of them unless told; `cut`: announced in full, and then the connection breaks. */
  | { kind: 'truncated'; keep?: number; cut?: boolean }
  /** Gzip; `lie`: announced but not done, done but not announced, or broken off in the middle. */
  | { kind: 'gzip'; lie?: 'plain' | 'silent' | 'cut' }
  /** So many bytes at a time, 1 unless told. */
  | { kind: 'trickle'; everyMs: number; bytes?: number }
  /** The same keys twice in the text: these values first, or with `last` after the true ones. */
  | { kind: 'duplicate'; fields: Record<string, unknown>; last?: boolean }
  /** Some fields replaced, for wrong types; `undefined` leaves a field out. */
  | { kind: 'patch'; fields: Record<string, unknown> }
  /** createTask gives an id that no double holds; the task is known by exactly these digits from then on. */
  | { kind: 'hugeId'; digits?: string };

export interface ServiceTask {
  /** The id on the wire where that is a number; a running number where it is a UUID. */
  taskId: number;
  /** The id on the wire, as JSON text: `7654321`, `"61138bb6-..."`. */
  idText: string;
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
  solution: Record<string, unknown>;
  /** What the task ends with instead of its solution. */
  errorCode: string | null;
  /** USD that were taken for it so far. */
  charged: number;
}

export interface ServiceControl {
  readonly id: ServiceId;
  /** The documented address: what the browser calls. CapKill's has a path. */
  readonly base: string;
  /** Plain HTTP on loopback, for Node; in the browser the service is https://api.capmonster.cloud. */
  readonly origin: string;
  /** The `type` names that createTask takes. */
  readonly taskTypes: readonly string[];
  /** The codes in the service's documents, to be queued as faults. */
  readonly errorCodes: readonly string[];
  /** Makes a key known, with its balance in USD. Unknown keys get ERROR_KEY_DOES_NOT_EXIST. */
  addKey(clientKey: string, balance: number): void;
  balance(clientKey: string): number | undefined;
  readonly requests: LoggedRequest[];
  readonly tasks: ServiceTask[];
  /** Latency of new tasks in ms: one number, or a function called for each task. */
  solveAfterMs: number | (() => number);
  /** USD for each solved task, charged once, when its solution is first collected. */
  price: number;
  /** Reports that were accepted, in order. */
  readonly reports: Report[];
  /** New tasks end with this code instead of a solution; null: they are solved. */
  endWith: string | null;
  /** Makes the solutions of new tasks instead of the sandbox; undefined leaves one to it. */
  solve: ((task: Record<string, unknown>) => Record<string, unknown> | undefined) | null;
  /**
   * Queues a fault for the next `times` (default 1) calls of `method` ('*': any). 'always': whenever no queued one is
   * due, until another is set for that method or the faults are cleared.
   */
  fault(method: CallMethod | '*', fault: Fault, times?: number | 'always'): void;
  /** Forgets the faults of a method, or all. */
  clearFaults(method?: CallMethod | '*'): void;
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
  /** Serves HTML at `url`, on any host ending in `.test`; a function is asked at each load. Headers are optional. */
  page(url: string, html: string | (() => string), headers?: Record<string, string>): void;
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
