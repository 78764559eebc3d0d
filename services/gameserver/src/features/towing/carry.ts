import type { EndpointDeclaration } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import type { DockingTow } from '@sw/rules';
import type { Command } from '../../http/command.ts';
import type { ShipRow } from '../player/index.ts';
import { settledShipOf } from '../player/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import { lockTowed, writeTowed } from './towing.repository.ts';

type Loading = Pick<Command<EndpointDeclaration>, 'load' | 'sql'>;

/** What a ship has in tow, locked and settled to now; null without asking where it tows nothing. */
export const loadTowed = async (
  command: Loading,
  atlas: Atlas,
  tug: Pick<ShipRow, 'towShipId'> | undefined,
  nowMs: number,
): Promise<ShipRow | null> => {
  if (tug == null || tug.towShipId === null) return null;
  const [[towed]] = await command.load(lockTowed(command.sql, tug.towShipId));
  if (towed === undefined) throw new Error('a ship in tow is missing');
  const { shields, condition } = settledShipOf(
    towed,
    atlas.sector(towed.sectorId)?.type ?? 'standard',
    nowMs,
    false,
  );
  return {
    ...towed,
    shields: shields.shields,
    shieldsAt: new Date(shields.shieldsAtMs),
    shieldsAcc: BigInt(shields.shieldsAcc),
    conditionMilli: condition.conditionMilli,
    conditionAt: new Date(condition.conditionAtMs),
    conditionAcc: BigInt(condition.conditionAcc),
  };
};

/** The ship in tow as docks see it. */
export const dockingTowOf = (towed: ShipRow | null | undefined): DockingTow | null =>
  towed == null ? null : { type: towed.type, dockedAtMs: towed.dockedAt?.getTime() ?? null };

/** Brings what a ship tows along into another sector; no statement where it tows nothing. */
export const carryTow = async (
  command: Loading,
  atlas: Atlas,
  tug: Pick<ShipRow, 'towShipId'>,
  target: AtlasSector,
  nowMs: number,
): Promise<AnyStatement[]> => {
  const towed = await loadTowed(command, atlas, tug, nowMs);
  return towed === null ? [] : [inSpace(command.sql, towed, target)];
};

/** Takes the ship in tow to the berth beside its tug. */
export const moorTow = (sql: Sql, towed: ShipRow | null, stationId: string, at: Date): AnyStatement[] =>
  towed === null
    ? []
    : [
        writeTowed(sql, towed, {
          sectorId: towed.sectorId,
          regionId: towed.regionId,
          status: 'docked',
          stationId,
          dockedAt: at,
          derelictAt: null,
        }),
      ];

/** Takes it out into the sector again. */
export const unmoorTow = (sql: Sql, towed: ShipRow | null, sector: AtlasSector): AnyStatement[] =>
  towed === null ? [] : [inSpace(sql, towed, sector)];

const inSpace = (sql: Sql, towed: ShipRow, sector: AtlasSector): AnyStatement =>
  writeTowed(sql, towed, {
    sectorId: sector.id,
    regionId: sector.region.id,
    status: 'in_space',
    stationId: null,
    dockedAt: null,
    derelictAt: null,
  });
