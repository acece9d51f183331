import { z } from 'zod';
import { AccountOptions } from '../services/options';
import { PictureRules } from '../widgets/image/rule';
import { KINDS } from '../widgets/kinds';

/** What Solvent does when it meets a widget (design section 4.5). */
export const Mode = z.enum(['automatic', 'ask', 'off']);
export type Mode = z.infer<typeof Mode>;

/** When "automatic" acts: as soon as the widget is drawn, once it is near the view, or once the person uses the form. */
export const When = z.enum(['rendered', 'in-view', 'used']);
export type When = z.infer<typeof When>;

export const KindRule = z.strictObject({
  mode: Mode.optional(),
  /** Invisible widgets: act at `execute`, not only once a challenge is shown. */
  always: z.boolean().optional(),
});

export const SiteRule = z.strictObject({
  mode: Mode.optional(),
  always: z.boolean().optional(),
  /** FunCaptcha with a one-time value: let it begin by itself, which spends the value, instead of solving at once. */
  letRun: z.boolean().optional(),
  /** Image captchas: send the form once its field is filled. */
  submit: z.boolean().optional(),
});
export type SiteRule = z.infer<typeof SiteRule>;

/** One service that the person set up. The key is stored here and read by the background and our own pages alone. */
export const Account = z.strictObject({
  service: z.string().min(1),
  clientKey: z.string(),
  /** Only for the custom service: its base address. */
  address: z.string().optional(),
  /** Only for the custom service: the service whose dialect it speaks. */
  dialect: z.string().optional(),
  options: AccountOptions.optional(),
  /** Send the whole address of the page and not only origin and path (design section 4.4). */
  wholeAddress: z.boolean().optional(),
});
export type Account = z.infer<typeof Account>;

export const Budgets = z.strictObject({
  /** Tasks a day, over all sites. */
  perDay: z.int().min(0),
  /** US dollars a day, over all sites and services. */
  moneyPerDay: z.number().min(0).max(1_000_000),
  /** Tasks an hour on one site. */
  perSiteHour: z.int().min(0),
  /** Jobs open at once, over all sites and on one site. */
  atOnce: z.int().min(1),
  atOncePerSite: z.int().min(1),
});
export type Budgets = z.infer<typeof Budgets>;

/** Service -> kind -> US dollars for a thousand tasks: the person's own table, for services that do not tell. */
export const Prices = z.record(z.string(), z.partialRecord(z.enum(KINDS), z.number().min(0).max(1_000_000)));
export type Prices = z.infer<typeof Prices>;

/** How many days the ledger reaches back. */
export const KeepDays = z.int().min(1).max(3_650);

/** Everything the person can set, bare: a change to one field must not bring the defaults of the others with it. */
const fields = {
  mode: Mode,
  when: When,
  privateWindows: z.boolean(),
  /** In the person's order of preference; the first one is used first. */
  accounts: z.array(Account),
  kinds: z.partialRecord(z.enum(KINDS), KindRule),
  /** Host name -> rule. */
  sites: z.record(z.string(), SiteRule),
  /** Host name -> what the person has picked as captchas there. */
  pictures: PictureRules,
  budgets: Budgets,
  prices: Prices,
  keepDays: KeepDays,
};

export const Settings = z.strictObject({
  mode: fields.mode.default('automatic'),
  when: fields.when.default('in-view'),
  privateWindows: fields.privateWindows.default(false),
  accounts: fields.accounts.default([]),
  kinds: fields.kinds.default({}),
  sites: fields.sites.default({}),
  pictures: fields.pictures.default({}),
  budgets: fields.budgets.default({ perDay: 200, moneyPerDay: 1, perSiteHour: 30, atOnce: 20, atOncePerSite: 5 }),
  prices: fields.prices.default({}),
  keepDays: fields.keepDays.default(90),
});
export type Settings = z.infer<typeof Settings>;

/** What the options page may change at once: anything but the accounts, whose keys have a request of their own. */
export const SettingsPatch = z.strictObject(fields).omit({ accounts: true }).partial();
export type SettingsPatch = z.infer<typeof SettingsPatch>;

export const DEFAULTS: Settings = Settings.parse({});
