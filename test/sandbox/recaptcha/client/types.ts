import type { Variant } from '../../types.ts';

export interface BootstrapConfig {
  enterprise: boolean;
  /** `https://HOST/recaptcha/api2/` or `.../enterprise/`. */
  api: string;
  mainUrl: string;
  render: string;
  onload: string;
  trustedTypes: boolean;
  renderAsString: boolean;
}

export interface MainConfig {
  enterprise: boolean;
  api: string;
  release: string;
  language: string;
  render: string;
  onload: string;
  variant: Variant;
  memberNames: string[];
}

export type Options = Record<string, unknown>;

/** What a frame tells the client. */
export type FrameMessage =
  | { type: 'token'; token: string; lifetimeMs: number }
  | { type: 'challenge' }
  | { type: 'error' };

/** What the client tells a frame. */
export type ClientMessage =
  | { type: 'execute'; action?: string; scoreOnly?: boolean }
  | { type: 'reset' | 'expired' | 'solved' };

export interface Waiter {
  resolve(token: string | null): void;
  reject(reason: unknown): void;
}

export interface Widget {
  id: number;
  frameId: string;
  options: Options;
  container: HTMLElement;
  field: HTMLTextAreaElement;
  badge: HTMLElement | null;
  scoreOnly: boolean;
  response: string;
  expiry: number;
  tell(message: ClientMessage): void;
  challenge: { open(): void; close(): void } | null;
  waiters: Waiter[];
}

export interface Config {
  fns?: (() => void)[];
  render?: string[] | string;
  onload?: string[];
  enterprise?: boolean[];
  clients?: Record<string, Options>;
  auto_render_clients?: Record<string, unknown>;
  count?: number;
  [key: string]: unknown;
}

export interface Api {
  ready?: (fn: () => void) => void;
  render?: unknown;
  execute?: unknown;
  reset?: unknown;
  getResponse?: unknown;
  enterprise?: Api;
}

export interface PageGlobals {
  ___grecaptcha_cfg?: Config;
  grecaptcha?: Api;
  __recaptcha_api?: string;
  __google_recaptcha_client?: boolean;
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): unknown };
  };
  [name: string]: unknown;
}
