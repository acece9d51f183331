/**
 * What popup and options ask of the background. Requests are validated there (`answer.ts`); replies come from the
 * trusted side and are only typed. Both pages are extension pages: the key may pass here, and nowhere else.
 */
import { z } from 'zod';
import { BUDGETS, type Budget } from '../policy/budgets';
import { AccountOptions, type OptionName } from '../services/options';
import { type Budgets, Mode, type Settings, SettingsPatch } from '../settings/schema';
import type { Kind } from '../widgets/kinds';
import { type HistoryProtocol, historyRequests, type TodayView } from './history';

/** Something that stands in the way, in plain words, and what to do about it. */
export interface Problem {
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: what to do next. */
  advice: string;
  link?: { label: string; url: string };
}

export type AccountState =
  | { state: 'no-key' }
  | { state: 'unchecked' }
  | { state: 'balance'; amount: number; at: number }
  /** The service has no balance call, or its answer cannot be read: not an error. */
  | { state: 'no-balance' }
  | AccountProblem;

export interface AccountProblem {
  state: 'problem';
  /** Nothing is sent until a check succeeds, the key changes, or `until` (epoch ms). */
  fatal: boolean;
  until?: number;
  problem: Problem;
  /** The service's code for it; empty or missing where it gave none. */
  code?: string;
  /** Fatal for new tasks alone: the answers of those that were made before are still fetched. */
  collects?: boolean;
  /** Fatal for this alone, in words: other kinds and forms go on. */
  about?: string;
}

export interface ServiceView {
  id: string;
  label: string;
  /** How keys of this service look; a hint, never a refusal. */
  keyHint: string;
  dashboard: string | null;
  /** The person types the address of this one. */
  custom: boolean;
  hasKey: boolean;
}

/** A service that the person set up, as the options page shows it. */
export interface AccountView {
  service: string;
  label: string;
  custom: boolean;
  state: AccountState;
  /** Pauses that hold for one kind or form alone. */
  pauses: AccountProblem[];
  wholeAddress: boolean;
  /** Both only for the custom service. */
  address: string | null;
  dialect: string | null;
  options: AccountOptions;
  /** The options that this service documents; others would never be sent. */
  optionNames: readonly OptionName[];
}

export interface WidgetView {
  kind: Kind;
  host: string;
  state: 'waiting' | 'working' | 'delivered' | 'failed';
  /** Epoch ms at which this state began. */
  since: number;
  /** Why it waits or failed, or how far it is. */
  message: string;
  /** Where the person can put right what it failed for. */
  link?: NonNullable<Problem['link']>;
  /** The delivered job whose answer can be reported as wrong, once; null where that is not so. */
  report: string | null;
  /** The budget that keeps it waiting and of which the person may allow some more. */
  more?: Budget;
}

/** What is wrong with a file, and where: without a line where that is no place in it. */
export interface FileProblem {
  line?: number;
  field: string;
  message: string;
}

export interface PresetView {
  /** `none`: no preset.json in the extension's folder. */
  state: 'none' | 'applied' | 'refused';
  problems: FileProblem[];
}

export interface PopupView {
  services: ServiceView[];
  /** The service that is first in the person's order, or the first of the list. */
  service: string;
  clientKey: string;
  address: string;
  /** Of the custom service: the service whose dialect it speaks, out of `dialects`. */
  dialect: string;
  dialects: readonly { id: string; label: string }[];
  account: AccountState;
  /** What else stands in the way: problems of the other services, and pauses that hold for one kind or form alone. */
  problems: { service: string; account: AccountProblem }[];
  mode: Mode;
  /** Missing where Solvent cannot run (browser pages, stores). */
  site: { hostname: string; mode: Mode } | null;
  widgets: WidgetView[];
  preset: PresetView;
  /** Null: the ledger cannot be read. */
  today: TodayView | null;
}

export interface OptionsView {
  /** In the person's order. */
  accounts: AccountView[];
  dialects: readonly { id: string; label: string }[];
  settings: Omit<Settings, 'accounts'>;
  budgets: Budgets;
  preset: PresetView;
  version: string;
}

export const SaveKey = z.strictObject({
  service: z.string().min(1).max(64),
  clientKey: z.string().trim().max(512),
  address: z.string().trim().max(2048).optional(),
  dialect: z.string().max(64).optional(),
});
export type SaveKey = z.infer<typeof SaveKey>;

/** A refused address or an unknown service is an answer, not an exception. */
export type SaveKeyReply =
  | { ok: true; account: AccountState }
  | { ok: false; field: 'address' | 'key'; message: string };

export const PatchAccount = z.strictObject({
  service: z.string().max(64),
  wholeAddress: z.boolean().optional(),
  /** Only for the custom service, and only one that `checkAddress` takes. */
  address: z.string().trim().max(2048).optional(),
  dialect: z.string().max(64).optional(),
  options: AccountOptions.optional(),
});
export type PatchAccount = z.infer<typeof PatchAccount>;

/** Whether the service took it. */
export type ReportReply = { ok: true } | { ok: false; problem: Problem };

/** Some more of a budget that keeps a widget of this site waiting. */
export const AllowMore = z.strictObject({ budget: z.enum(BUDGETS), site: z.string().max(255) });
export type AllowMore = z.infer<typeof AllowMore>;

export const SetMode = z.strictObject({ mode: Mode });
export const SetSite = z.strictObject({ hostname: z.string().min(1).max(255), mode: Mode.nullable() });
/** Text of a file with rules for pictures. */
export const ImportPictures = z.strictObject({ text: z.string().max(2_000_000) });
/** Nothing of a file with a problem is taken. `known`: rules that were there already. */
export type ImportReply = { ok: true; added: number; known: number } | { ok: false; problems: FileProblem[] };

/** Starts the picker in the tab's page. */
export const PickPicture = z.strictObject({ tabId: z.int() });
export const PopupFor = z.strictObject({ tabId: z.int().optional() });

/** name -> [request schema, reply]. The popup asks again for `popup` whenever storage changes. */
export const uiRequests = {
  popup: PopupFor,
  options: z.undefined(),
  saveKey: SaveKey,
  /** Forgets the key of a service. */
  removeKey: z.strictObject({ service: z.string() }),
  checkBalance: z.strictObject({ service: z.string() }),
  /** The person's word that a service may be asked again for what it had refused to solve. */
  resume: z.strictObject({ service: z.string().max(64) }),
  /** Puts a service that has a key first. */
  useService: z.strictObject({ service: z.string() }),
  /** All services that have a key, in the new order. */
  orderServices: z.strictObject({ services: z.array(z.string()).max(50) }),
  patchAccount: PatchAccount,
  reportIncorrect: z.strictObject({ job: z.string().max(64) }),
  setMode: SetMode,
  setSite: SetSite,
  patchSettings: SettingsPatch,
  allowMore: AllowMore,
  pickPicture: PickPicture,
  importPictures: ImportPictures,
  ...historyRequests,
} as const;

export interface UiProtocol extends HistoryProtocol {
  popup(request: z.infer<typeof PopupFor>): PopupView;
  options(): OptionsView;
  saveKey(request: SaveKey): SaveKeyReply;
  removeKey(request: { service: string }): void;
  checkBalance(request: { service: string }): AccountState;
  resume(request: { service: string }): void;
  useService(request: { service: string }): void;
  orderServices(request: { services: string[] }): void;
  patchAccount(request: PatchAccount): void;
  reportIncorrect(request: { job: string }): ReportReply;
  setMode(request: z.infer<typeof SetMode>): void;
  setSite(request: z.infer<typeof SetSite>): void;
  patchSettings(request: SettingsPatch): void;
  allowMore(request: AllowMore): void;
  pickPicture(request: z.infer<typeof PickPicture>): void;
  importPictures(request: z.infer<typeof ImportPictures>): ImportReply;
}
