import type { ActionDescriptor } from '@sw/rules';
import { describeHarvest, describeRecall, describeScan, harvestKindOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { findCooldowns, findReserve, harvestStateOf, scanStateOf } from '../exploration/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import { findCargo } from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import { recallStateOf } from './recall-state.ts';

/** What the ship can do with the sector it is in: scan, harvest where there is something, be recalled. */
export const sectorActions = async (
  deps: Deps,
  { player, ship, credits }: { readonly player: PlayerRow; readonly ship: ShipRow; readonly credits: bigint },
  here: AtlasSector,
  nowMs: number,
): Promise<ActionDescriptor[]> => {
  const { sql } = deps.db;
  const hasHarvest = harvestKindOf({ here, richness: here.richness }) !== null;
  const [cooldowns, cargo, reserves] = await Promise.all([
    findCooldowns(sql, player.id),
    hasHarvest ? findCargo(sql, player.id) : [],
    hasHarvest ? findReserve(sql, player.id) : [],
  ]);
  const scan = scanStateOf(player, ship, here, nowMs);
  const harvest = harvestStateOf(
    { player, ship, cargo, reserve: reserves[0], cooldowns, credits },
    here,
    nowMs,
  );
  return [
    describeScan(scan, 'adjacent', nowMs),
    describeScan(scan, 'deep', nowMs),
    ...(hasHarvest ? [describeHarvest(harvest, nowMs)] : []),
    describeRecall(recallStateOf(deps.atlas(), { player, ship, cooldowns }, here, nowMs), nowMs),
  ];
};
