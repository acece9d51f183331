import type { Page } from '@playwright/test';
import type { LoggedRequest, Sandbox, ServiceId, ServiceMethod } from '../../sandbox/types.ts';
import { expect, solved, type World } from './fixture.ts';
import { accepted } from './form.ts';

/** What was asked of a service, with every method or one. */
export const asked = (world: World, service: ServiceId, method?: ServiceMethod): LoggedRequest[] =>
  world.sandbox.services[service].requests.filter(({ path }) => !method || path.endsWith(`/${method}`));

/** How many tasks each service was asked for; services that were asked for nothing at all are left out. */
export const creates = (world: World): Partial<Record<ServiceId, number>> =>
  Object.fromEntries(
    (Object.keys(world.sandbox.services) as ServiceId[])
      .filter((service) => asked(world, service).length > 0)
      .map((service) => [service, asked(world, service, 'createTask').length]),
  );

/** A custom account at a service's address on this computer, which does not let itself be waited for. */
export const near = ({ services }: Pick<Sandbox, 'services'>, dialect: ServiceId) => ({
  service: 'custom',
  address: `${services[dialect].origin}${dialect === 'capkill' ? '/api' : ''}`,
  dialect,
});

/** For presets of tests that open many pages: limits that none of them reaches. */
export const GENEROUS = { perDay: 1_000, moneyPerDay: 100, perSiteHour: 1_000, atOnce: 50, atOncePerSite: 50 };

/** For `solveAfterMs`: longer than any test goes on before it says `ready`. */
export const UNTIL_READY = 50_000;

/** The service is done with this task now, or with all that it has; for tests that let it take `UNTIL_READY`. */
export function ready({ sandbox }: Pick<World, 'sandbox'>, task?: number): void {
  const { tasks } = sandbox.services.capmonster;
  for (const each of task === undefined ? tasks : tasks.slice(task, task + 1))
    each.readyAt = Math.min(each.readyAt, Date.now());
}

/** Opens a page of the catalogue, and waits until Solvent has solved it and the page's server has accepted it. */
export async function openSolved(world: World, name = 'declarative'): Promise<Page> {
  const page = await world.open(`https://forms.test/${name}`);
  await solved(page);
  await accepted(page);
  return page;
}

/** The page works by hand, exactly as without Solvent. */
export async function worksByHand(page: Page): Promise<void> {
  await page.bringToFront();
  await page.frameLocator('iframe[title="reCAPTCHA"]').locator('#recaptcha-anchor').click();
  await solved(page);
  await accepted(page);
}

/** A poll may come earlier than it was sent apart from the one before: by what the way there varies. */
const WAY_MS = 100;

/** The polls of each task, in order. */
export function pollsByTask(world: World, service: ServiceId): LoggedRequest[][] {
  const polls = asked(world, service, 'getTaskResult');
  return world.sandbox.services[service].tasks.map(({ idText }) =>
    polls.filter(({ rawBody }) => rawBody.includes(`"taskId":${idText}`)),
  );
}

/** No poll came sooner after the task's creation, or after the poll before it, than the service asks. */
export function expectPolite(world: World, service: ServiceId, firstMs: number, intervalMs: number): void {
  const { tasks } = world.sandbox.services[service];
  for (const [index, polls] of pollsByTask(world, service).entries()) {
    const createdAt = tasks[index]?.createdAt ?? 0;
    const waits = polls.map(({ at }, nth) => at - (polls[nth - 1]?.at ?? createdAt));
    expect(waits.length, 'polls').toBeGreaterThan(0);
    for (const [nth, wait] of waits.entries())
      expect(wait, `ms before poll ${nth} of ${waits}`).toBeGreaterThanOrEqual((nth ? intervalMs : firstMs) - WAY_MS);
  }
}
