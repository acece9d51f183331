import type { Situation } from '../messages/agent';
import type { Service } from '../services/service';
import type { Budgets, Settings } from '../settings/schema';
import { type Challenge, flawOf, passesByItself } from '../widgets/challenge';
import { KIND_LABELS, type Kind } from '../widgets/kinds';
import { type Budget, type Counts, overBudget } from './budgets';

export type Decision =
  | { verdict: 'solve' }
  /** A button beside the widget. */
  | { verdict: 'ask' }
  | { verdict: 'wait'; reason: string }
  /** `quiet`: the page shows nothing; toolbar and popup tell. `more`: the budget of which the person may allow more. */
  | { verdict: 'refuse'; quiet: boolean; reason: string; advice: string; more?: Budget };

/** Where a frame is, as the browser says. */
export interface Place {
  /** Host name of the page in the tab. */
  site: string;
  incognito: boolean;
}

export interface Means {
  /** The first service of the person's order, or null: no key yet. */
  service: Service | null;
  /** Why the service takes no tasks just now (bad key, no money). */
  paused: string | null;
  /** Why no service of the person's solves this widget. */
  unsupported?: string | undefined;
}

export interface Case {
  challenge: Challenge;
  situation: Situation;
  /** The person pressed the button of this very widget. */
  pressed: boolean;
  counts: Counts;
  /** How often this field was answered by itself lately, and another picture came. */
  tries?: number;
}

/** A picture that comes back after its answer is solved again twice at most; then it is the person's press. */
export const MAX_TRIES = 3;

const quiet = (reason: string, advice: string): Decision => ({ verdict: 'refuse', quiet: true, reason, advice });
const aloud = (reason: string, advice: string): Decision => ({ verdict: 'refuse', quiet: false, reason, advice });
const wait = (reason: string): Decision => ({ verdict: 'wait', reason });

type Rules = Pick<Settings, 'mode' | 'when' | 'privateWindows' | 'sites' | 'kinds'> & { budgets: Budgets };

/** The mode that holds: the narrower rule wins, but what is switched off for all stays off. */
export function modeFor(settings: Rules, site: string, kind: Kind): Settings['mode'] {
  if (settings.mode === 'off') return 'off';
  return settings.sites[site]?.mode ?? settings.kinds[kind]?.mode ?? settings.mode;
}

/** Why nothing on this page can be solved at all, or null. Asked before anything is injected. */
export function standsInTheWay(settings: Rules, place: Place, means: Means, kind: Kind): Decision | null {
  if (modeFor(settings, place.site, kind) === 'off') return quiet('Solvent is off here.', 'Turn it on in the popup.');
  if (place.incognito && !settings.privateWindows)
    return quiet('Solvent is off in private windows.', 'Allow private windows in the options.');
  if (!means.service) return quiet('There is no key yet.', 'Open the popup and save the key of your service.');
  if (means.paused) return quiet(means.paused, 'Open the popup to see what to do.');
  return null;
}

/** Solve, ask, wait or refuse, and why (design section 4). Pure; every input comes in. */
export function decide(settings: Rules, place: Place, means: Means, widget: Case): Decision {
  const { kind } = widget.challenge;
  return (
    standsInTheWay(settings, place, means, kind) ??
    cannot(means, widget) ??
    affordable(settings, widget, widget.pressed ? { verdict: 'solve' } : bySituation(settings, place, widget))
  );
}

function cannot({ service, unsupported }: Means, { challenge, situation }: Case): Decision | null {
  if (situation.answered) return wait('It is solved already.');
  if (hasBlob(challenge) && situation.executed && !situation.held)
    return wait('It has used its one-time value itself: this one is for you to solve.');
  const flaw = flawOf(challenge);
  if (flaw) return aloud(flaw, 'Solvent leaves it alone; tell the owner of the site.');
  if (!unsupported && service?.capabilities[challenge.kind]) return null;
  return aloud(
    unsupported ?? `${service?.label} does not solve ${KIND_LABELS[challenge.kind]}.`,
    'Choose another service in the popup.',
  );
}

/** The budgets speak only where something would be spent. */
function affordable({ budgets }: Rules, { counts }: Case, wanted: Decision): Decision {
  const over = wanted.verdict === 'solve' ? overBudget(budgets, counts) : null;
  if (!over) return wanted;
  if (!over.budget) return wait(over.reason);
  return {
    verdict: 'refuse',
    quiet: false,
    reason: over.reason,
    advice: over.advice,
    ...(over.more && { more: over.budget }),
  };
}

/** Only where the person is, and only where a person would have to act. */
function bySituation(settings: Rules, place: Place, { challenge, situation, tries = 0 }: Case): Decision {
  if (!situation.tabVisible) return wait('The tab is hidden.');
  const shown = situation.rendered || situation.challengeShown;
  if (modeFor(settings, place.site, challenge.kind) === 'ask' || situation.certain === false || tries >= MAX_TRIES)
    return shown ? { verdict: 'ask' } : wait('It is not shown.');
  if (hasBlob(challenge)) return withBlob(settings, place, situation);
  return passesByItself(challenge)
    ? invisible(settings, place, challenge.kind, situation)
    : visible(settings, situation);
}

/** Its first session spends its one-time value (fact sheet of services, 2.4). */
const hasBlob = (challenge: Challenge): boolean => challenge.kind === 'funcaptcha' && challenge.blob !== undefined;

/** Once it has begun by itself nobody else can solve it, so this is decided while the page's call is held. */
function withBlob(settings: Rules, place: Place, situation: Situation): Decision {
  if (settings.sites[place.site]?.letRun) return wait('It may pass by itself; here you let it begin first.');
  return situation.held ? { verdict: 'solve' } : wait('It has not begun yet.');
}

function invisible(settings: Rules, place: Place, kind: Kind, situation: Situation): Decision {
  const always = settings.sites[place.site]?.always ?? settings.kinds[kind]?.always ?? false;
  const acts = situation.challengeShown || (always && situation.executed);
  return acts ? { verdict: 'solve' } : wait('It may pass by itself.');
}

function visible({ when }: Rules, situation: Situation): Decision {
  if (!situation.rendered) return wait('It is not shown.');
  if (when === 'in-view' && !situation.inView) return wait('It is out of view.');
  if (when === 'used' && !situation.used) return wait('You have not used it or its form yet.');
  return { verdict: 'solve' };
}
