import { describe, expect, it } from 'vitest';
import type { Strategy } from './pilot.ts';
import { runBots } from './run-bots.ts';
import { createExplorer } from './strategies/explorer.ts';
import { createLoiterer } from './strategies/loiterer.ts';
import { createPairPortTrader } from './strategies/pair-port-trader.ts';
import { createFakeGalaxy, createSleepTime, refusal } from './testing/fake-galaxy.ts';

const HOUR_MS = 3_600_000;

const play = async (
  strategy: () => Strategy,
  options: { maxSteps?: number; seed?: string; instead?: [string, (Response | undefined)[]][] } = {},
) => {
  const galaxy = createFakeGalaxy({ sectors: 6, instead: new Map(options.instead ?? []) });
  const timing = createSleepTime();
  const [report] = await runBots({
    origin: 'http://galaxy',
    players: [{ username: 'quiet_helm', refreshToken: 'first' }],
    seed: options.seed ?? 'seed',
    durationMs: HOUR_MS,
    maxSteps: options.maxSteps ?? 40,
    fetch: galaxy.fetch,
    timing,
    withSockets: false,
    strategyOf: strategy,
  });
  if (report === undefined) throw new Error('no report');
  return { report, timing, ...galaxy };
};

describe('a bot', () => {
  it('finishes its first login once, then plays', async () => {
    const { calls } = await play(createExplorer);
    expect(calls.filter((call) => call === 'POST /first-login/complete')).toHaveLength(1);
  });

  it('takes another callsign when the first is taken', async () => {
    const instead: [string, Response[]][] = [
      ['POST /first-login/complete', [refusal(409, 'callsign_taken')]],
    ];
    const { report } = await play(createExplorer, { instead });
    expect(report.callsign).toMatch(/-\d+$/);
  });

  it('waits as long as it is told', async () => {
    const instead: [string, Response[]][] = [['POST /nav/move', [refusal(429, 'rate_limited', 17)]]];
    const { report, timing } = await play(createExplorer, { instead });
    expect(report.refusals).toEqual({ rate_limited: 1 });
    expect(timing.slept).toContain(17_000);
  });

  it('ends when its session is over', async () => {
    const instead: [string, Response[]][] = [['GET /nav/moves', [refusal(401, 'session_revoked')]]];
    const { report, calls } = await play(createExplorer, { instead });
    expect(report.stoppedBecause).toBe('session_revoked');
    expect(calls.at(-1)).toBe('GET /nav/moves');
  });

  it('does no more steps than allowed, and none after its time', async () => {
    const { report } = await play(createExplorer, { maxSteps: 5 });
    expect(Object.values(report.deeds).reduce((sum, times) => sum + times, 0)).toBe(5);
    const { timing } = await play(createExplorer, { maxSteps: 1_000_000 });
    expect(timing.nowMs()).toBeLessThanOrEqual(HOUR_MS);
  });

  it('does the same again by the same seed', async () => {
    const calls = async (seed: string) => (await play(createLoiterer, { seed })).calls;
    expect(await calls('a')).toEqual(await calls('a'));
    expect(await calls('a')).not.toEqual(await calls('b'));
  });

  it('throws on what is no refusal, so that a broken contract is seen', async () => {
    const instead: [string, Response[]][] = [['GET /nav/moves', [new Response('{}')]]];
    await expect(play(createExplorer, { instead })).rejects.toThrow('does not fit its contract');
  });
});

it('an explorer sees every sector of a ring', async () => {
  const { visited } = await play(createExplorer);
  expect([...visited].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

it('a trader earns on the pair it knows, whole holds at a time', async () => {
  const { report, credits } = await play(createPairPortTrader, { maxSteps: 60 });
  expect(report.deeds.sold).toBeGreaterThan(2);
  expect(credits()).toBe(
    5000 +
      (report.deeds.sold ?? 0) * 50 * 11 -
      ((report.deeds.bought ?? 0) - (report.deeds.sold ?? 0)) * 1000,
  );
});

it('a trader looks for another buyer when one takes no more', async () => {
  const instead: [string, (Response | undefined)[]][] = [
    ['POST /trading/quote', [undefined, undefined, refusal(409, 'station_full')]],
  ];
  const { report } = await play(createPairPortTrader, { instead, maxSteps: 60 });
  expect(report.refusals).toEqual({});
  expect(report.deeds.looked).toBe(1);
  expect(report.deeds.sold).toBeGreaterThan(1);
});

it('a loiterer without a socket keeps quiet and goes on', async () => {
  const { report } = await play(createLoiterer);
  expect(report.deeds.looked).toBeGreaterThan(5);
  expect(report.deeds.chatted).toBeUndefined();
});
