import { seededRandom } from '@sw/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUpPlayer } from '../players/sign-up.ts';
import type { Stack } from '../stack/start-stack.ts';
import { startStack } from '../stack/start-stack.ts';
import { auditLedger } from './audit-ledger.ts';
import { Sailor } from './sailor.ts';
import { verifyPlayer } from './verify-player.ts';

/**
 * Nothing acknowledged is lost, nothing happens twice: players play while the server, its database or
 * both are killed at random moments. SW_KILLS says how often, SW_KILL_SEED when and what.
 */

const KILLS = Number(process.env['SW_KILLS'] ?? 6);
const SEED = process.env['SW_KILL_SEED'] ?? String(Date.now() % 1_000_000);
const SAILORS = 8;
/** Who plays for long has spent his turns and his money: then others take over. */
const KILLS_PER_CREW = 10;
const SHORTEST_CALM_MS = 200;
const CALM_SPREAD_MS = 1_500;
const RECOVERY_MS = 60_000;
const VICTIMS = ['server', 'database', 'both'] as const;

const random = seededRandom(`kills:${SEED}`);
let stack: Stack;
let sailors: Sailor[] = [];
const retired: Sailor[] = [];

beforeAll(async () => {
  stack = await startStack();
});

afterAll(() => stack?.dispose());

const changeCrew = async (crew: number): Promise<void> => {
  retired.push(...sailors);
  sailors = [];
  for (let i = 0; i < SAILORS; i += 1) {
    const name = `sailor-${crew}-${i}`;
    const { api } = await signUpPlayer(stack.origin, name);
    sailors.push(new Sailor(api, seededRandom(`${SEED}:${name}`)));
  }
};

const isHealthy = async (): Promise<boolean> => {
  try {
    return (await fetch(`${stack.origin}/api/v1/status/health`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

const waitForHealth = async (): Promise<void> => {
  const endMs = performance.now() + RECOVERY_MS;
  while (!(await isHealthy())) {
    if (performance.now() > endMs) throw new Error(`No recovery within a minute:\n${stack.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const strike = async (victim: (typeof VICTIMS)[number]): Promise<void> => {
  if (victim !== 'server') stack.killDatabase();
  if (victim !== 'database') await stack.killServer();
};

/** Asks for every open outcome until the server answers all of them. */
const resolveAll = async (): Promise<void> => {
  const endMs = performance.now() + RECOVERY_MS;
  for (const { journal } of sailors) {
    for (;;) {
      try {
        await journal.resolve();
        break;
      } catch (error) {
        if (performance.now() > endMs) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
};

const acknowledgedSoFar = (): number =>
  sailors.reduce(
    (sum, { journal }) => sum + journal.entries.filter(({ outcome }) => outcome === 'acknowledged').length,
    0,
  );

describe(`killed at random (seed ${SEED})`, () => {
  it.each(Array.from({ length: KILLS }, (_, i) => ({ kill: i + 1 })))(
    'loses and doubles nothing: kill $kill',
    async ({ kill }) => {
      if ((kill - 1) % KILLS_PER_CREW === 0) await changeCrew((kill - 1) / KILLS_PER_CREW);
      const before = acknowledgedSoFar();
      const victim = VICTIMS[random.roll(VICTIMS.length)] ?? 'server';
      for (const sailor of sailors) sailor.sail();
      await new Promise((resolve) => setTimeout(resolve, SHORTEST_CALM_MS + random.roll(CALM_SPREAD_MS)));
      await strike(victim);
      const halted = Promise.all(sailors.map((sailor) => sailor.halt()));
      if (victim !== 'database') await stack.startServer();
      await waitForHealth();
      await halted;
      await resolveAll();

      const complaints = (await Promise.all(sailors.map(verifyPlayer))).flat();
      expect(complaints, `after the ${victim} was killed`).toEqual([]);
      expect(auditLedger(stack.databaseUrl())).toBeNull();
      expect(acknowledgedSoFar(), 'commands acknowledged in this round').toBeGreaterThan(before);
    },
  );

  it('has kept what those did who retired long ago', async () => {
    expect((await Promise.all(retired.map(verifyPlayer))).flat()).toEqual([]);
  });
});
