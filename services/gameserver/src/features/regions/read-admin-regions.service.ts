import type { QueryOf, ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError, isAppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import { presentAdminRegion } from './admin-regions.presenter.ts';
import type { AdminRegionRow } from './admin-regions.repository.ts';
import { countShips, findAdminRegions, findRegionEvents, findTreasury } from './admin-regions.repository.ts';
import { callManager } from './manager-client.ts';
import { findGovernance, findRegionZones } from './region.repository.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;
type Detail = ReplyOf<Endpoints['getRegion']>;
type Sort = 'name' | 'createdAt' | 'onlinePlayers' | 'sectorCount';

const SORT_KEYS: Readonly<Record<Sort, (row: AdminRegionRow) => string | number>> = {
  name: (row) => row.name,
  createdAt: (row) => row.createdAt.getTime(),
  onlinePlayers: (row) => row.onlinePlayers,
  sectorCount: (row) => row.sectorCount,
};

/** One page of the registry; the whole of it is small. */
export const listRegions = async (
  deps: Deps,
  query: QueryOf<Endpoints['listRegions']>,
): Promise<ReplyOf<Endpoints['listRegions']>> => {
  const { q, status, limit, cursor, withTotal } = query;
  const sort = query.sort ?? 'name';
  const cursorName = `regions ${sort}`;
  const rows = [...(await findAdminRegions(deps.db.sql, { q, status }))];
  const keyOf = SORT_KEYS[sort.replace('-', '') as Sort];
  const sign = sort.startsWith('-') ? -1 : 1;
  rows.sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    return x === y ? a.id.localeCompare(b.id) : sign * (x < y ? -1 : 1);
  });
  const from =
    cursor === undefined
      ? 0
      : rows.findIndex(({ id }) => id === decodeCursor(deps.keys.hmac, cursorName, cursor)) + 1;
  const shown = rows.slice(from, from + limit);
  const last = shown.at(-1);
  return {
    items: shown.map(presentAdminRegion),
    nextCursor:
      last === undefined || from + limit >= rows.length
        ? null
        : encodeCursor(deps.keys.hmac, cursorName, last.id),
    total: withTotal === 'true' ? rows.length : null,
  };
};

/** Everything about one region, the word of its manager included where it gives one. */
export const readAdminRegion = async (deps: Deps, name: string): Promise<Detail> => {
  const { sql } = deps.db;
  const [row] = await findAdminRegions(sql, { name });
  if (row === undefined) throw new AppError('not_found');
  const [zones, [governance], events, [ships], [treasury], managed] = await Promise.all([
    findRegionZones(sql, row.id),
    findGovernance(sql, row.id),
    findRegionEvents(sql, row.id),
    countShips(sql, row.id),
    findTreasury(sql, row.id),
    askManager(deps, row),
  ]);
  if (governance === undefined) throw new Error(`region ${name} has no governance`);
  return {
    ...presentAdminRegion(row),
    firstSectorId: row.firstSectorId,
    seed: row.seed,
    generatorVersion: row.generatorVersion,
    planHash: row.planHash,
    link:
      row.gatewaySectorId === null || row.nexusSectorId === null
        ? null
        : { gateway: row.gatewaySectorId, nexus: row.nexusSectorId },
    zones: [...zones],
    governance: {
      regionTaxBp: row.regionTaxBp,
      linkToll: governance.linkToll,
      entryPolicy: governance.entryPolicy,
    },
    treasury: treasury?.balance ?? 0n,
    ships: ships?.n ?? 0,
    evacuatedAt: row.evacuatedAt?.toISOString() ?? null,
    events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
    ...managed,
  };
};

type Managed = Pick<Detail, 'server' | 'operation' | 'isManagerSilent'>;

const NOTHING: Managed = { server: null, operation: null, isManagerSilent: false };

const askManager = async (deps: Deps, { isManaged, name, operationId }: AdminRegionRow): Promise<Managed> => {
  if (!isManaged || deps.config.regionManagerUrl === undefined) return NOTHING;
  try {
    const server = await callManager(deps, 'getManagedRegion', { params: { name } }).catch(unknown);
    const id = server?.openOperation?.id ?? operationId;
    const operation =
      id === null ? null : await callManager(deps, 'getOperation', { params: { id } }).catch(unknown);
    return { server, operation, isManagerSilent: false };
  } catch (error) {
    if (isAppError(error) && error.code === 'dependency_unavailable')
      return { ...NOTHING, isManagerSilent: true };
    throw error;
  }
};

/** What the manager does not know is nothing yet, or nothing any more. */
const unknown = (error: unknown): null => {
  if (isAppError(error) && error.code === 'not_found') return null;
  throw error;
};
