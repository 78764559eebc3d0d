import { FIRST_LOGIN_GRANT } from '@sw/rules';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { isPublicMarket } from '../knowledge/index.ts';
import { HOUR_MS } from '../markets/index.ts';
import { chooseTargets } from './starter-targets.ts';

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

const SEARCH = { hereSectorId: 1, freeCargo: 50, credits: FIRST_LOGIN_GRANT };
const choose = (nowMs: number) => chooseTargets(game.deps, SEARCH, nowMs);

it('are two public markets that trade the same good', async () => {
  const targets = await choose(game.clock());
  const atlas = game.deps.atlas();
  const stations = Object.values(targets ?? {}).flatMap((value) =>
    typeof value === 'string' ? (atlas.station(value) ?? []) : [],
  );
  expect(stations.length).toBeGreaterThanOrEqual(2);
  expect(stations.every(({ sectorId }) => isPublicMarket(atlas, sectorId))).toBe(true);
});

it('are looked for once an hour, however many ask', async () => {
  const reads = vi.spyOn(game.db, 'snapshot');
  const later = game.clock() + HOUR_MS;
  const answers = await Promise.all([0, 1, 2].map((step) => choose(later + step * 1_000)));
  expect(new Set(answers).size).toBe(1);
  expect(reads).toHaveBeenCalledTimes(1);
  reads.mockRestore();
});

it('are looked for again after a failure', async () => {
  const nextHour = game.clock() + 2 * HOUR_MS;
  const reads = vi.spyOn(game.db, 'snapshot').mockRejectedValueOnce(new Error('gone'));
  await expect(choose(nextHour)).rejects.toThrow('gone');
  reads.mockRestore();
  expect(await choose(nextHour)).not.toBeNull();
});
