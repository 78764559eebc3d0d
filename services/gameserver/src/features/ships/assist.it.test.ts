import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTurns } from '../../testing/arrange.ts';
import { stopBalanced } from '../../testing/stop-balanced.ts';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer } from '../../testing/test-player.ts';
import { snapshotWorld } from '../../testing/world-snapshot.ts';

let game: TestGame;

beforeAll(async () => {
  game = await createTestGame({ connect: { max: 20 } });
});
afterAll(() => stopBalanced(game));

const sql = () => game.database.sql;

/** Somebody in his freighter in space where newcomers begin. */
const helperOf = async (name: string): Promise<TestPlayer> => {
  const helper = await game.join(name);
  await helper.undock();
  return helper;
};

/** Somebody in a pod in the same space. */
const castawayOf = async (name: string): Promise<{ pilot: TestPlayer; id: string }> => {
  const pilot = await helperOf(name);
  const id = await pilot.playerId();
  await sql()`UPDATE ships SET type = 'escape_pod', cargo_capacity = 5 WHERE owner_id = ${id}`;
  return { pilot, id };
};

const assist = (helper: TestPlayer, id: string, key?: string) =>
  helper.call('assistPod', { params: { id }, body: {}, ...(key === undefined ? {} : { key }) });

const actionOn = async (viewer: TestPlayer, id: string) =>
  (await viewer.ok('getCurrentSector')).contacts?.items.find(({ playerId }) => playerId === id)?.actions;

const reputationOf = async (player: TestPlayer) => (await player.state()).player.personalReputation;

const told = async (player: TestPlayer) =>
  sql()<{ data: unknown }[]>`
    SELECT data FROM player_log WHERE player_id = ${await player.playerId()} AND type = 'pod.assisted'`;

describe('assisting a pod', () => {
  it('costs five turns, earns reputation, and makes the next rescue free, once', async () => {
    const [helper, { pilot, id }] = [await helperOf('Good-1'), await castawayOf('Pod-1')];
    expect(await actionOn(helper, id)).toMatchObject([
      { id: 'assist_pod', enabled: true, cost: { turns: 5 } },
    ]);
    const before = await helper.state();
    const reply = await helper.ok('assistPod', { params: { id }, body: {} });
    expect(reply).toMatchObject({ rev: before.rev + 1, reputation: 15 });
    expect(Date.parse(reply.freeUntil)).toBe(game.clock() + 24 * 3_600_000);
    const after = await helper.state();
    expect([after.turns.turns, after.rev]).toEqual([before.turns.turns - 5, before.rev + 1]);
    expect(after.player.personalReputation).toBe(15);
    expect(await told(helper)).toMatchObject([{ data: { name: 'Pod-1', isHelper: true } }]);
    expect(await told(pilot)).toMatchObject([{ data: { name: 'Good-1', isHelper: false } }]);

    expect((await pilot.ok('listShips')).pod).toMatchObject({
      freeUntil: reply.freeUntil,
      rescue: { enabled: true, cost: { turns: 0 } },
    });
    const { turns } = await pilot.state();
    await pilot.ok('rescuePod', { body: {} });
    expect((await pilot.state()).turns.turns).toBe(turns.turns);
    expect((await pilot.ok('listShips')).pod?.freeUntil).toBeNull();
    await pilot.undock();
    await pilot.ok('rescuePod', { body: {} });
    expect((await pilot.state()).turns.turns).toBe(turns.turns - 20);
  });

  it('is over after a day', async () => {
    const [helper, { pilot, id }] = [await helperOf('Good-2'), await castawayOf('Pod-2')];
    await helper.ok('assistPod', { params: { id }, body: {} });
    await sql()`UPDATE players SET assisted_until = ${new Date(game.clock())} WHERE id = ${id}`;
    expect((await pilot.ok('listShips')).pod).toMatchObject({
      freeUntil: null,
      rescue: { cost: { turns: 20 } },
    });
    expect((await assist(helper, id)).body).toMatchObject({ reputation: 0 });
  });

  it('is rewarded three times a day, and once in a week for the same pilot', async () => {
    const helper = await helperOf('Good-3');
    const pods: string[] = [];
    for (const name of ['Pod-3a', 'Pod-3b', 'Pod-3c', 'Pod-3d']) pods.push((await castawayOf(name)).id);
    const rewards: number[] = [];
    for (const id of pods) rewards.push((await assist(helper, id)).body.reputation);
    expect(rewards).toEqual([15, 15, 15, 0]);
    expect(await reputationOf(helper)).toBe(45);
    const helperId = await helper.playerId();
    const again = async (days: number): Promise<number> => {
      await sql()`UPDATE players SET assisted_until = NULL WHERE id = ${pods[0] ?? ''}`;
      await sql()`
        UPDATE pod_assists SET rewarded_at = ${new Date(game.clock() - days * 86_400_000)}
        WHERE helper_id = ${helperId}`;
      return (await assist(helper, pods[0] ?? '')).body.reputation;
    };
    expect(await again(6)).toBe(0);
    expect(await again(7)).toBe(15);
    expect(await sql()`SELECT 1 FROM pod_assists WHERE helper_id = ${helperId}`).toHaveLength(1);
  });

  it('of two who help at once counts for one, and a key sent twice counts once', async () => {
    const { id } = await castawayOf('Pod-4');
    const [one, two] = [await helperOf('Good-4'), await helperOf('Good-5')];
    const both = await Promise.all([assist(one, id), assist(two, id)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.find(({ status }) => status !== 200)?.code).toBe('not_eligible');
    expect((await reputationOf(one)) + (await reputationOf(two))).toBe(15);

    const { id: other } = await castawayOf('Pod-5');
    const { turns } = await one.state();
    const key = randomUUID();
    const sent = [await assist(one, other, key), await assist(one, other, key)];
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect(sent[0]?.body).toEqual(sent[1]?.body);
    expect((await one.state()).turns.turns).toBe(turns.turns - 5);
  });

  it('by two who would help each other locks nobody out', async () => {
    const [a, b] = [await castawayOf('Pod-6'), await castawayOf('Pod-7')];
    const answers = await Promise.all([assist(a.pilot, b.id), assist(b.pilot, a.id)]);
    expect(answers.map(({ code }) => code)).toEqual(['ship_is_pod', 'ship_is_pod']);
  });
});

describe('a refused assistance changes nothing', () => {
  const refused = async (helper: TestPlayer, id: string) => {
    const before = await snapshotWorld(sql());
    const { code, body } = await assist(helper, id);
    expect(await snapshotWorld(sql())).toEqual(before);
    return [code, (body as unknown as Record<string, unknown>)['why']];
  };

  it('to strangers elsewhere and to nobody, with the same answer', async () => {
    const helper = await helperOf('Good-8');
    const { id } = await castawayOf('Pod-8');
    await sql()`UPDATE ships SET sector_id = 40 WHERE owner_id = ${id}`;
    expect(await refused(helper, id)).toEqual(['not_found', undefined]);
    expect(await refused(helper, randomUUID())).toEqual(['not_found', undefined]);
    expect(await refused(helper, 'nobody')).toEqual(['not_found', undefined]);
    expect(await actionOn(helper, id)).toBeUndefined();
  });

  it('to whoever is in no pod, oneself included, and offers nothing there', async () => {
    const [helper, other] = [await helperOf('Good-9'), await helperOf('Ship-9')];
    const id = await other.playerId();
    expect(await refused(helper, id)).toEqual(['not_in_pod', undefined]);
    expect(await refused(helper, await helper.playerId())).toEqual(['not_in_pod', undefined]);
    expect(await actionOn(helper, id)).toEqual([]);
  });

  it('to a docked pod, and by a docked ship', async () => {
    const helper = await helperOf('Good-10');
    const docked = await game.join('Good-11');
    const { pilot, id } = await castawayOf('Pod-10');
    expect(await refused(docked, id)).toEqual(['must_undock', undefined]);
    await pilot.ok('rescuePod', { body: {} });
    expect(await refused(helper, id)).toEqual(['not_eligible', 'sheltered']);
  });

  it('without turns', async () => {
    const helper = await helperOf('Good-12');
    const { id } = await castawayOf('Pod-12');
    await setTurns(sql(), await helper.playerId(), 4);
    expect(await actionOn(helper, id)).toMatchObject([{ enabled: false, reason: 'insufficient_turns' }]);
    expect(await refused(helper, id)).toEqual(['insufficient_turns', undefined]);
  });

  it('to a pilot who wants none, in the words for one who has had it', async () => {
    const helper = await helperOf('Good-13');
    const [proud, helped] = [await castawayOf('Pod-13'), await castawayOf('Pod-14')];
    await proud.pilot.ok('patchSettings', { body: { acceptRescue: false } });
    await assist(helper, helped.id);
    expect(await refused(helper, proud.id)).toEqual(['not_eligible', 'no_help']);
    expect(await refused(helper, helped.id)).toEqual(['not_eligible', 'no_help']);
    expect(await actionOn(helper, proud.id)).toEqual(await actionOn(helper, helped.id));
    await proud.pilot.ok('patchSettings', { body: { acceptRescue: true } });
    expect((await assist(helper, proud.id)).status).toBe(200);
  });
});
