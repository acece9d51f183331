import type { ArkoseVariant } from '../types.ts';

export interface ClientConfig {
  publicKey: string;
  /** Where the script came from: its frames and calls are there too. */
  origin: string;
  variant: ArkoseVariant;
}

/** What a page's callbacks are given. */
export interface Answer {
  token: string | null;
  completed: boolean;
  suppressed: boolean;
  error: { error: string } | null;
}

export type Event =
  | 'onReady'
  | 'onShow'
  | 'onShown'
  | 'onSuppress'
  | 'onCompleted'
  | 'onReset'
  | 'onHide'
  | 'onError'
  | 'onFailed';

export type Settings = { [Name in Event]?: (answer: Answer) => void } & {
  selector?: string;
  mode?: 'inline' | 'lightbox';
  data?: { blob?: string };
};

/** The object that a page's data-callback is given. */
export interface Enforcement {
  setConfig(settings: Settings): void;
  getConfig(): Settings;
  run(): void;
  reset(): void;
  version: string;
}

/** What a frame tells the client. */
export type FrameMessage =
  | { type: 'ready' | 'shown' | 'failed' | 'close' }
  | { type: 'session'; token: string; suppressed: boolean }
  | { type: 'solved'; token: string }
  | { type: 'error'; error: string };

/** What the client tells a frame. */
export type ClientMessage = { type: 'open'; site: string; blob: string | undefined } | { type: 'show' };

export interface View {
  open(): void;
  close(): void;
  tell(message: ClientMessage): void;
  remove(): void;
}
