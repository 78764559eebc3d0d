import type { Sql, Tx } from '@sw/db';
import type { ShipTypeKey } from '@sw/rules';
import { DERELICT_LIFE_MS, recoverCargo, SHIP_TYPES, streamFromState, WRECK_LIFE_MS } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { event, sectorChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { presentCargo } from '../player/index.ts';
import { emptyHold, insertRegistryEvents } from '../ships/index.ts';
import { insertWreck } from './wrecks.repository.ts';

type Needed = Pick<Deps, 'db' | 'processId' | 'outbox' | 'random' | 'newId'>;

const BATCH = 200;

interface Old {
  readonly id: string;
  readonly sectorId: number;
  readonly type: ShipTypeKey;
  readonly name: string;
  readonly ownerId: string | null;
}

const findOld = (sql: Sql, before: Date) => sql<{ id: string }[]>`
  SELECT id FROM ships WHERE status = 'derelict' AND derelict_at < ${before} ORDER BY derelict_at LIMIT ${BATCH}`;

const lockOld = (sql: Sql, id: string, before: Date) => sql<Old[]>`
  SELECT id, sector_id, type, name, coalesce(owner_id, former_owner_id) AS owner_id FROM ships
  WHERE id = ${id} AND status = 'derelict' AND derelict_at < ${before} FOR NO KEY UPDATE`;

const findLoad = (sql: Sql, id: string) => sql<{ commodity: string; quantity: number }[]>`
  SELECT commodity, quantity FROM ship_cargo WHERE ship_id = ${id} AND quantity > 0`;

/**
 * Ships that drifted for a week break up and leave a wreck; how many did. Each in a transaction of its own under its
 * lock: whoever claims one at the same moment either has it or finds it gone.
 */
export const breakUpDerelicts = async (deps: Needed, nowMs: number): Promise<number> => {
  const before = new Date(nowMs - DERELICT_LIFE_MS);
  let gone = 0;
  for (const { id } of await findOld(deps.db.sql, before)) {
    gone += await deps.db.command((tx) => breakUp(deps, tx, id, before, nowMs));
  }
  return gone;
};

const breakUp = async (deps: Needed, tx: Tx, id: string, before: Date, nowMs: number): Promise<number> => {
  const { sql } = tx;
  const [[ship]] = await tx.load(lockOld(sql, id, before));
  if (ship === undefined) return 0;
  const [load] = await tx.load(findLoad(sql, id));
  const items = recoverCargo(load, SHIP_TYPES[ship.type].hull, streamFromState(deps.random(16)));
  const wreckId = deps.newId();
  const at = new Date(nowMs);
  const { sectorId } = ship;
  await saveAndTell(
    deps,
    tx,
    nowMs,
    [
      sql`UPDATE ships SET status = 'destroyed', owner_id = ${ship.ownerId}, derelict_at = NULL, hull = 0, shields = 0,
            cargo_used = 0, version = version + 1
          WHERE id = ${id} AND status <> 'destroyed'`,
      emptyHold(sql, id),
      insertRegistryEvents(sql, [
        {
          id: deps.newId(),
          shipId: id,
          kind: 'scrapped',
          actorId: null,
          credits: 0n,
          stationId: null,
          name: null,
          at,
        },
      ]),
      ...(items.length === 0
        ? []
        : insertWreck(sql, {
            id: wreckId,
            sectorId,
            shipType: ship.type,
            name: ship.name,
            originalOwnerId: ship.ownerId,
            robbedBy: [],
            createdAt: at,
            expiresAt: new Date(nowMs + WRECK_LIFE_MS),
            items,
          })),
    ],
    [
      items.length === 0
        ? event(sectorChannel(sectorId), 'sector.updated', { sectorId, parts: ['derelicts'] })
        : event(sectorChannel(sectorId), 'wreck.created', {
            wreckId,
            sectorId,
            name: ship.name,
            commodities: presentCargo(
              items.map(({ commodity, quantity }) => ({ kind: commodity, quantity, avgCost: 0n })),
            ).map(({ commodity }) => commodity),
          }),
    ],
  );
  return 1;
};
