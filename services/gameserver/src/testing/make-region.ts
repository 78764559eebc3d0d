import type { RegionRequest } from '../features/regions/index.ts';
import { assertMakeable, makeRegions, registerRegion, registrationLoads } from '../features/regions/index.ts';
import type { AtlasRegion } from '../features/universe/index.ts';
import type { TestServer } from './test-game.ts';

/** A region as somebody orders it, and nothing but its name and owner said. */
export const regionRequest = (name: string, ownerUserId: string): RegionRequest => ({
  name,
  title: `Region ${name}`,
  ownerUserId,
  sectorCount: 100,
  tuning: {},
  seed: `seed of ${name}`,
});

/** Orders a region without going through the console. */
export const orderRegion = async (
  server: TestServer,
  request: RegionRequest,
): Promise<{ id: string; code: string }> => {
  assertMakeable(request);
  return server.db.command(async (tx) => {
    const loaded = await tx.load(...registrationLoads(tx.sql, request));
    const { id, code, writes } = registerRegion(server.deps, tx.sql, request, loaded, server.clock());
    await tx.commit(...writes);
    return { id, code };
  });
};

/** Waits until a process has a region in its galaxy, or no more. */
export const untilRegion = async (
  server: TestServer,
  holds: (region: AtlasRegion | undefined) => boolean,
  name: string,
): Promise<AtlasRegion | undefined> => {
  for (let i = 0; i < 400; i++) {
    const region = server.deps.atlas().regionByName(name);
    if (holds(region)) return region;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the galaxy did not change for ${name}`);
};

/** Makes a region whole, as the loop of the jobs does, and waits until the process knows it. */
export const makeRegion = async (server: TestServer, request: RegionRequest): Promise<AtlasRegion> => {
  await orderRegion(server, request);
  await makeRegions(server.deps, server.clock());
  const region = await untilRegion(server, (found) => found !== undefined, request.name);
  if (region === undefined) throw new Error('unreachable');
  return region;
};
