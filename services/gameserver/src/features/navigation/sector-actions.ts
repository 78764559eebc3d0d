import type { ActionDescriptor } from '@sw/rules';
import { describeHarvest, describeRecall, describeScan, harvestKindOf } from '@sw/rules';
import type { HarvestRows } from '../exploration/index.ts';
import { harvestStateOf, scanStateOf } from '../exploration/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import { recallStateOf } from './recall-state.ts';

/** Whether there is anything to mine or gather in a sector. */
export const hasHarvest = (here: AtlasSector): boolean =>
  harvestKindOf({ here, richness: here.richness }) !== null;

/** What the ship can do with the sector it is in: scan, harvest where there is something, be recalled. */
export const sectorActions = (
  atlas: Atlas,
  rows: HarvestRows,
  here: AtlasSector,
  nowMs: number,
): ActionDescriptor[] => {
  const scan = scanStateOf(rows.player, rows.ship, here, nowMs);
  return [
    describeScan(scan, 'adjacent', nowMs),
    describeScan(scan, 'deep', nowMs),
    ...(hasHarvest(here) ? [describeHarvest(harvestStateOf(rows, here, nowMs), nowMs)] : []),
    describeRecall(recallStateOf(atlas, rows, here, nowMs), nowMs),
  ];
};
