import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGame } from '../../testing/test-game.ts';
import { createTestGame } from '../../testing/test-game.ts';
import type { TestPlayer, Wire } from '../../testing/test-player.ts';

type Chart = Wire<'getRegionChart'>;

let game: TestGame;
beforeAll(async () => {
  game = await createTestGame();
});
afterAll(() => game.stop());

const REGION = { regionName: 'terran-space' };
const chart = (player: TestPlayer): Promise<Chart> => player.ok('getRegionChart', { params: REGION });
const delta = (player: TestPlayer, since: string) =>
  player.call('getRegionChartDelta', { params: REGION, query: { since } });
const fly = async (player: TestPlayer, pick = 0): Promise<number> => {
  const { moves } = await player.ok('listMoves');
  const to = moves[pick % moves.length]?.to ?? 0;
  await player.ok('move', { body: { to } });
  return to;
};
/** Makes everything a player saw so many hours older, without his token running out. */
const age = async (player: TestPlayer, hours: number): Promise<void> => {
  await game.database.sql`
    UPDATE sector_sightings SET seen_at = seen_at - make_interval(hours => ${hours}) WHERE player_id = ${await player.playerId()}`;
};
/** What a client makes of a chart and the rows that changed since. */
const merge = (base: Chart, change: Chart): Map<number, unknown[]> => {
  const rows = (from: Chart): [number, unknown[]][] =>
    from.n.map((number, row) => [
      number,
      [
        from.level[row],
        from.type[row],
        from.zone[row],
        from.flags[row],
        from.seenAt[row],
        from.tradeCode[row],
        from.x[row],
        from.y[row],
      ],
    ]);
  return new Map([...rows(base), ...rows(change)]);
};
const edgesOf = (...charts: Chart[]): Set<string> =>
  new Set(
    charts.flatMap(({ edges }) =>
      Array.from({ length: edges.length / 4 }, (_, index) => {
        const [from = 0, to = 0, kind, oneWay] = edges.slice(index * 4, index * 4 + 4);
        return oneWay === 1 ? `${from}>${to} ${kind}` : `${Math.min(from, to)}-${Math.max(from, to)} ${kind}`;
      }),
    ),
  );

describe('a delta', () => {
  it('applied to an older chart gives the present one', async () => {
    const player = await game.join('Mapper');
    await player.undock();
    await fly(player);
    await age(player, 1);
    const before = await chart(player);
    for (const pick of [1, 2, 3]) await fly(player, pick);
    const change = await delta(player, before.version);
    const after = await chart(player);
    expect(change.status).toBe(200);
    expect(change.body.version).toBe(after.version);
    expect(merge(before, change.body)).toEqual(merge(after, after));
    expect(edgesOf(before, change.body)).toEqual(edgesOf(after));
    expect(change.body.n.length).toBeLessThan(after.n.length);
  });

  it('of nothing is empty', async () => {
    const player = await game.join('Idler');
    const { version } = await chart(player);
    expect((await delta(player, version)).body).toMatchObject({ version, n: [], edges: [] });
  });

  it('keeps the age of sectors that were seen before', async () => {
    const player = await game.join('Ager');
    await player.undock();
    const there = await fly(player);
    await age(player, 5);
    const back = await chart(player);
    await player.ok('move', { body: { to: 1 } });
    const { body } = await delta(player, back.version);
    const number = game.deps.atlas().sector(there)?.number ?? 0;
    expect(body.seenAt[body.n.indexOf(number)]).toBe(back.seenAt[back.n.indexOf(number)]);
    expect(body.seenAt[body.n.indexOf(number)]).toBeGreaterThan(0);
  });

  it.each(['', '1', '1.99999', '2.1', '1.-1', '1.1.1', 'abc', `1.${'9'.repeat(18)}`])(
    'since %j needs the full chart',
    async (since) => {
      const player = await game.join(`Since${since.length}${since.charCodeAt(2) || 0}`);
      expect(await delta(player, since)).toMatchObject({ status: 409, code: 'full_required' });
    },
  );

  it('does not tell by its rows of a hidden tunnel nobody found', async () => {
    const atlas = game.deps.atlas();
    const tunnel = atlas
      .sectorsOf(atlas.terran)
      .flatMap(({ warps }) => warps)
      .find(
        ({ isHidden, from, to }) =>
          isHidden && !atlas.sector(from)?.warps.some((warp) => warp.to === to && !warp.isHidden),
      );
    if (tunnel === undefined) throw new Error('no hidden tunnel');
    const player = await game.join('Sniffer');
    await player.undock();
    const id = await player.playerId();
    // He knows both ends, not the tunnel between them.
    await game.database.sql`
      UPDATE player_charts SET charted = set_bit(set_bit(charted, ${tunnel.from - 1}, 1), ${tunnel.to - 1}, 1),
        visited = set_bit(visited, ${tunnel.from - 1}, 1), scanned = set_bit(scanned, ${tunnel.from - 1}, 1), version = 9
      WHERE player_id = ${id}`;
    await game.database.sql`INSERT INTO sector_sightings VALUES (${id}, ${tunnel.from}, now(), 9)`;
    const { body } = await delta(player, '1.8');
    expect(body.n).toContain(atlas.sector(tunnel.from)?.number);
    expect(body.n).not.toContain(atlas.sector(tunnel.to)?.number);
  });
});

describe('the chart', () => {
  it('travels compressed where the client can read it', async () => {
    const player = await game.join('Squeezer');
    const response = await game.app.inject({
      url: '/api/v1/map/regions/terran-space',
      headers: { authorization: `Bearer ${player.token}`, 'accept-encoding': 'gzip, br' },
    });
    expect(response.headers['content-encoding']).toBe('br');
    expect(response.rawPayload.length).toBeLessThan(6 * 1024);
    expect(JSON.parse(brotliDecompressSync(response.rawPayload).toString())).toEqual(await chart(player));
  });

  it('shows newcomers what is public and their own neighbourhood', async () => {
    const seen = await chart(await game.join('Freshman'));
    expect(seen.n.length).toBeGreaterThan(100);
    expect(seen.n.length).toBeLessThan(seen.region.sectorCount);
    expect(seen.level.filter((level) => level === 3)).toHaveLength(1);
  });
});

it('the galaxy says where one is', async () => {
  const player = await game.join('Lost');
  expect(await player.ok('getGalaxy')).toMatchObject({
    regions: [{ name: 'terran-space', code: 'TER', link: null }],
    you: { region: 'terran-space', sector: 1 },
  });
});
