import assert from 'node:assert/strict';
import type { Case } from '../case.ts';
import { accepted, callsOf, solved } from '../page.ts';
import { until } from '../until.ts';
import type { World } from '../world.ts';
import { FORM } from './solves.ts';

const LONG_MS = 20_000;
const LATEST_MS = 90_000;

const polled = ({ sandbox }: World) => until('poll', () => (sandbox.services.capmonster.tasks[0]?.polls ?? 0) > 0);

/** The event page stopped by hand, at moments of our choosing. */
export const SURVIVES: readonly Case[] = [
  {
    name: 'stopped before the widget appears: it wakes and solves',
    async run({ open, stop, creates }) {
      await stop();
      const page = await open(FORM);
      await solved(page);
      await accepted(page);
      assert.equal(creates(), 1, 'createTask');
    },
  },
  {
    name: 'reload while solving: one task, and the new page gets its token',
    async run({ open, creates, sandbox }) {
      sandbox.services.capmonster.solveAfterMs = 4_000;
      const page = await open(FORM);
      await until('task', () => creates() > 0);
      await page.reload();
      await solved(page);
      await accepted(page);
      assert.equal(creates(), 1, 'createTask');
    },
  },
  {
    name: 'stopped while solving: one task, token delivered',
    async run(world) {
      const { open, stop, creates, sandbox } = world;
      sandbox.services.capmonster.solveAfterMs = 6_000;
      const page = await open(FORM);
      await polled(world);
      const before = world.starts();
      await stop();
      await until('another event page', () => world.starts() > before, LATEST_MS);
      await solved(page, LATEST_MS);
      await accepted(page);
      assert.equal(creates(), 1, 'createTask');
    },
  },
  {
    name: 'stopped while createTask is on its way: it is not sent again',
    async run({ open, stop, creates, starts, sandbox }) {
      const { capmonster } = sandbox.services;
      capmonster.fault('createTask', { kind: 'delay', ms: 3_000, afterWork: true });
      const page = await open(FORM);
      await until('task', () => capmonster.tasks.length > 0);
      const before = starts();
      await stop();
      await until('another event page', () => starts() > before, LATEST_MS);
      // As long as a second task would take to be sent.
      const end = Date.now() + 5_000;
      await until('time for a second task', () => Date.now() > end);
      assert.equal(creates(), 1, 'createTask');
      assert.deepEqual(await callsOf(page), []);
    },
  },
  {
    name: 'stopped 10 times, three pages at work: three tasks, three tokens',
    async run(world) {
      const { open, stop, creates, sandbox } = world;
      const { capmonster } = sandbox.services;
      capmonster.solveAfterMs = 8_000;
      const pages = [await open(FORM), await open(FORM), await open(FORM)];
      await until('polls of three tasks', () => capmonster.tasks.filter(({ polls }) => polls > 0).length === 3);
      for (let stops = 0; stops < 10; stops++) {
        const before = world.starts();
        await stop();
        await until('another event page', () => world.starts() > before, LATEST_MS);
      }
      const tokens = await Promise.all(pages.map((page) => solved(page, LATEST_MS)));
      assert.equal(new Set(tokens).size, 3, 'tokens');
      assert.equal(creates(), 3, 'createTask');
    },
  },
];

/** Firefox stops the event page by itself, several times while a task is solved. */
export const SURVIVES_IDLE: readonly Case[] = [
  {
    name: `idle: stopped again and again within ${LONG_MS / 1_000} s of solving: one task, accepted`,
    async run({ open, creates, starts, sandbox }) {
      sandbox.services.capmonster.solveAfterMs = LONG_MS;
      const page = await open(FORM);
      await solved(page, LATEST_MS);
      await accepted(page);
      assert.equal(creates(), 1, 'createTask');
      assert.ok(starts() > 2, `the event page started ${starts()} times`);
    },
  },
];
