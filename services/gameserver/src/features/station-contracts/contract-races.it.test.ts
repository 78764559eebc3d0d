import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { berth, hangContract } from '../../testing/contracts.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import { failOverdueContracts } from './index.ts';

let game: TestGame;
let here: string;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
  here = (await (await game.join('first')).state()).location?.stationId ?? '';
});
afterAll(() => stopBalanced(game));

const id = (contractId: string) => ({ params: { id: contractId } });
const paidFor = async (contractId: string, reason: string): Promise<number> =>
  (
    await game.database.sql<{ n: number }[]>`
      SELECT count(*)::int AS n FROM credit_ledger WHERE ref_id = ${contractId} AND reason = ${reason}`
  )[0]?.n ?? 0;

describe('two at once', () => {
  it('reach for one job: one has it, the other pays nothing', async () => {
    const pilots = await Promise.all(['A', 'B', 'C', 'D'].map((letter) => game.join(`Rival-${letter}`)));
    for (let round = 0; round < 5; round += 1) {
      const job = await hangContract(game, here);
      const answers = await Promise.all(pilots.map((pilot) => pilot.call('acceptContract', id(job))));
      expect(answers.map(({ code }) => code ?? 'won').sort()).toEqual([
        'contract_taken',
        'contract_taken',
        'contract_taken',
        'won',
      ]);
      expect(await paidFor(job, 'contract_fee')).toBe(1);
      const winner = pilots[answers.findIndex(({ code }) => code === undefined)];
      await winner?.ok('abandonContract', id(job));
    }
  });

  it('deliver the same cargo: it is paid once, under one key or two', async () => {
    const pilot = await game.join('Deliverer');
    const job = await hangContract(game, here);
    await pilot.ok('acceptContract', id(job));
    await pilot.ok('pickupContract', id(job));
    const key = randomUUID();
    const answers = await Promise.all([
      pilot.call('deliverContract', { ...id(job), key }),
      pilot.call('deliverContract', { ...id(job), key }),
      pilot.call('deliverContract', id(job)),
      pilot.call('deliverContract', id(job)),
    ]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'invalid_state']));
    expect(await paidFor(job, 'contract_pay')).toBe(1);
    expect((await pilot.state()).ship?.cargoUsed).toBe(0);
  });

  it('give up and deliver: one of them happens', async () => {
    const pilot = await game.join('Wavering');
    for (let round = 0; round < 4; round += 1) {
      const job = await hangContract(game, here);
      await pilot.ok('acceptContract', id(job));
      await pilot.ok('pickupContract', id(job));
      await Promise.all([pilot.call('abandonContract', id(job)), pilot.call('deliverContract', id(job))]);
      const [paid, fined] = [await paidFor(job, 'contract_pay'), await paidFor(job, 'contract_penalty')];
      expect(paid + fined).toBe(1);
      expect((await pilot.state()).ship?.cargoUsed).toBe(0);
    }
  });
});

it('a deadline that passes while cargo is handed over ends a job once: paid or failed', async () => {
  const pilot = await game.join('Photo-Finish');
  for (let round = 0; round < 4; round += 1) {
    const job = await hangContract(game, here, { timeLimitH: 1 });
    await pilot.ok('acceptContract', id(job));
    await pilot.ok('pickupContract', id(job));
    const later = game.clock() + 3_600_000;
    const [answer] = await Promise.all([
      pilot.call('deliverContract', id(job)),
      failOverdueContracts(game.deps, later),
    ]);
    const [paid, fined] = [await paidFor(job, 'contract_pay'), await paidFor(job, 'contract_penalty')];
    expect([paid, fined]).toEqual(answer.status === 200 ? [1, 0] : [0, 1]);
    expect((await pilot.state()).ship?.cargoUsed).toBe(0);
    await berth(game, pilot, here);
  }
});

it('one player who accepts, loads and delivers on ten connections is paid for eight jobs at most', async () => {
  const pilot = await game.join('Octopus');
  const playerId = await pilot.playerId();
  for (let round = 0; round < 4; round += 1) {
    const jobs = await Promise.all(
      Array.from({ length: 6 }, () => hangContract(game, here, { quantity: 5, hops: 3 })),
    );
    await Promise.all(
      jobs.map(async (job) => {
        await pilot.call('acceptContract', id(job));
        await pilot.call('pickupContract', id(job));
        await pilot.call('deliverContract', id(job));
      }),
    );
  }
  const [row] = await game.database.sql<{ jobs: number }[]>`
    SELECT count(DISTINCT ref_id)::int AS jobs FROM credit_ledger
    WHERE reason = 'contract_pay' AND player_id = ${playerId}`;
  expect(row?.jobs).toBe(8);
});
