import type { Answers, AnyStatement, Sql } from '@sw/db';
import type { ZoneTuning } from '@sw/rules';
import { checkZoneTuning, chooseRegionCode, GENERATOR_VERSION, mapSlotPosition, tunedZones } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import { writeRegistration } from '../universe/index.ts';
import { allocate, countRegions, findOwner, findTaken, insertStep } from './region.repository.ts';

/** What somebody wants a region to be. Its name has been found to be a good one. */
export interface RegionRequest {
  readonly name: string;
  readonly title: string;
  readonly ownerUserId: string;
  readonly sectorCount: number;
  readonly tuning: ZoneTuning;
  readonly seed: string | undefined;
}

/** What must be loaded, in this order: whoever comes second waits at the first of them. */
export const registrationLoads = (sql: Sql, { sectorCount, ownerUserId }: RegionRequest) =>
  [
    allocate(sql, sectorCount),
    findTaken(sql),
    countRegions(sql, ownerUserId),
    findOwner(sql, ownerUserId),
  ] as const;

type Loaded = Answers<ReturnType<typeof registrationLoads>>;

/** The toll nobody has changed yet (rule book, platform 8.2). */
const LINK_TOLL = 250;
const SEED_BYTES = 12;

/** Refuses what is malformed before anything is locked: `validation_failed`. */
export const assertMakeable = ({ sectorCount, tuning }: RegionRequest): void =>
  assertAllowed(checkZoneTuning(sectorCount, tuning));

/**
 * Registers a region in the state `pending` with its block of sector ids, its code and its place on the map (rule
 * book, world 4.5). Refuses `already_exists`, `not_entitled`, `quota_reached` and `capacity_exhausted`; a block that
 * was given stays given, whatever becomes of the region.
 */
export const registerRegion = (
  deps: Deps,
  sql: Sql,
  request: RegionRequest,
  [blocks, taken, counts, owners]: Loaded,
  nowMs: number,
): { id: string; code: string; writes: AnyStatement[] } => {
  const [block] = blocks;
  const [count] = counts;
  const [owner] = owners;
  if (block === undefined || count === undefined) throw new Error('the registry has no row');
  if (taken.some(({ name }) => name === request.name))
    throw new AppError('already_exists', { field: 'name' });
  if (owner === undefined || !owner.isEntitled) throw new AppError('not_entitled');
  const { maxRegionsPerUser, maxTotalRegions } = deps.config;
  if (count.owned >= maxRegionsPerUser) throw new AppError('quota_reached', { limit: maxRegionsPerUser });
  if (count.total >= maxTotalRegions) throw new AppError('capacity_exhausted', { limit: maxTotalRegions });
  const code = chooseRegionCode(request.name, new Set(taken.map((region) => region.code)));
  if (code === null) throw new AppError('capacity_exhausted');

  const id = deps.newId();
  return {
    id,
    code,
    writes: [
      ...writeRegistration(sql, {
        id,
        name: request.name,
        code,
        title: request.title,
        kind: 'player_owned',
        status: 'pending',
        sectorCount: request.sectorCount,
        firstSectorId: block.firstSectorId,
        seed: request.seed ?? Buffer.from(deps.random(SEED_BYTES)).toString('hex'),
        generatorVersion: GENERATOR_VERSION,
        map: mapSlotPosition(block.mapSlot),
        zones: tunedZones(request.sectorCount, request.tuning),
        linkToll: LINK_TOLL,
        ownerUserId: request.ownerUserId,
        mapSlot: block.mapSlot,
        isManaged: deps.config.regionManagerUrl !== undefined,
        nowMs,
      }),
      insertStep(sql, id, nowMs, { step: 'registered', outcome: 'done' }),
    ],
  };
};
