import { connect } from '@sw/db';
import { generateRegion } from '@sw/rules';
import { createUuidV7 } from '@sw/service-kit';
import type { TestDatabase } from '@sw/test-kit';
import { createGameDatabase, fixedClock } from '@sw/test-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureGalaxy } from './galaxy.service.ts';
import { loadAtlas } from './load-atlas.ts';

const clock = fixedClock();
const request = (seed: string | undefined, isNexusEnabled: boolean, said: string[] = []) => ({
  seed,
  isNexusEnabled,
  nowMs: clock(),
  newId: createUuidV7(clock),
  onProgress: (text: string) => said.push(text),
});

let database: TestDatabase;
beforeEach(async () => {
  database = await createGameDatabase();
});
afterEach(() => database.drop());

describe('Terran Space alone', () => {
  it('is written as it was planned, once', async () => {
    const said: string[] = [];
    await ensureGalaxy(database.db, request('one', false, said));
    await ensureGalaxy(database.db, request('two', false, said));
    expect(said).toEqual(['Generating Terran Space, 300 sectors', 'Writing the galaxy']);

    const plan = generateRegion({
      generatorVersion: 1,
      seed: 'one',
      regionKind: 'terran_space',
      regionCode: 'TER',
      sectorCount: 300,
    });
    const atlas = await loadAtlas(database.db);
    const sectors = atlas.sectorsOf(atlas.terran);
    expect(
      sectors.map(({ id, number, name, x, y, z, type, hazard, isProtected }) => ({
        id,
        number,
        name,
        x,
        y,
        z,
        type,
        hazard,
        isProtected,
      })),
    ).toEqual(
      plan.sectors.map(({ number, name, x, y, z, type, hazard, isProtected }) => ({
        id: number,
        number,
        name,
        x,
        y,
        z,
        type,
        hazard,
        isProtected,
      })),
    );
    expect(sectors.flatMap(({ warps }) => warps)).toHaveLength(plan.warps.length);
    expect([...atlas.stations()].map(({ name, services }) => [name, [...services].sort()]).sort()).toEqual(
      plan.stations.map(({ name, services }) => [name, [...services].sort()]).sort(),
    );
    expect(sectors.flatMap(({ planets }) => planets)).toHaveLength(plan.planets.length);
    const [{ n } = { n: 0 }] = await database.sql<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM station_market`;
    expect(n).toBe(plan.stations.flatMap(({ market }) => market).length);
    expect(atlas.terran).toMatchObject({
      gatewaySectorId: plan.gatewayNumber,
      nexusSectorId: null,
      sectorCount: 300,
    });
  });

  it('draws a seed when none is given and keeps it', async () => {
    await ensureGalaxy(database.db, request(undefined, false));
    const [region] = await database.sql<{ seed: string }[]>`SELECT seed FROM regions`;
    expect(region?.seed).toMatch(/^[0-9a-f]{24}$/);
  });

  it('is there completely or not at all', async () => {
    await database.sql`ALTER TABLE formations ADD CONSTRAINT nothing CHECK (false)`;
    await expect(ensureGalaxy(database.db, request('one', false))).rejects.toThrow('nothing');
    expect(await database.sql`SELECT 1 FROM sectors`).toHaveLength(0);
    await database.sql`ALTER TABLE formations DROP CONSTRAINT nothing`;
    await ensureGalaxy(database.db, request('one', false));
    expect(await database.sql`SELECT 1 FROM sectors`).toHaveLength(300);
  });

  it('knows nothing of ids that are none', async () => {
    await ensureGalaxy(database.db, request('one', false));
    const atlas = await loadAtlas(database.db);
    for (const id of [0, -1, 301, 1.5, Number.NaN, 2 ** 53]) expect(atlas.sector(id)).toBeUndefined();
    expect(atlas.regionByName('central-nexus')).toBeUndefined();
    expect(atlas.station(crypto.randomUUID())).toBeUndefined();
  });
});

it('two servers starting at once make one galaxy, the slower one waiting as long as it takes', {
  timeout: 60_000,
}, async () => {
  // The rule that waits for row locks must not apply here: making the Nexus takes longer.
  const impatient = [1, 2].map(() => connect(database.url, { max: 4, lockTimeoutMs: 50 }));
  const said: string[][] = [[], []];
  await Promise.all(
    impatient.map((db, index) => ensureGalaxy(db, request(`start ${index}`, true, said[index]))),
  );
  await Promise.all(impatient.map((db) => db.close()));
  expect(said.map((lines) => lines.length).sort()).toEqual([0, 3]);

  const atlas = await loadAtlas(database.db);
  expect(
    atlas.regions.map(({ name, firstSectorId, sectorCount }) => [name, firstSectorId, sectorCount]),
  ).toEqual([
    ['terran-space', 1, 300],
    ['central-nexus', 301, 5000],
  ]);
  const { gatewaySectorId, nexusSectorId } = atlas.terran;
  const [gateway, end] = [atlas.sector(gatewaySectorId ?? 0), atlas.sector(nexusSectorId ?? 0)];
  expect(end).toMatchObject({ isProtected: true, region: { name: 'central-nexus' } });
  const link = gateway?.warps.find(({ to }) => to === nexusSectorId);
  expect(link).toMatchObject({ kind: 'nexus_link', isHidden: false, isOneWay: false });
  expect(end?.warps.find(({ to }) => to === gatewaySectorId)?.linkId).toBe(link?.linkId);
  const ids = atlas.regions
    .flatMap((region) => atlas.sectorsOf(region))
    .flatMap(({ warps }) => warps.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
