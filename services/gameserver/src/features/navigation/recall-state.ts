import type { RecallState } from '@sw/rules';
import type { CooldownRow } from '../exploration/index.ts';
import { untilOf } from '../exploration/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import { settledTurnsOf } from '../player/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';

/** Where a recall ends: the capital of the region, in the Nexus the nearest hub (rule book, world 8.9). */
export const recallTargetOf = (atlas: Atlas, here: AtlasSector): AtlasSector | undefined => {
  const { region } = here;
  if (region.kind !== 'central_nexus') return atlas.sector(region.firstSectorId);
  const distance = (sector: AtlasSector): number =>
    Math.hypot(sector.x - here.x, sector.y - here.y, sector.z - here.z);
  return region.clusters
    .flatMap(({ hubNumber }) => atlas.sector(region.firstSectorId + hubNumber - 1) ?? [])
    .sort((a, b) => distance(a) - distance(b) || a.id - b.id)[0];
};

/** What the rules decide a recall on. */
export const recallStateOf = (
  atlas: Atlas,
  rows: {
    readonly player: PlayerRow;
    readonly ship: ShipRow;
    readonly cooldowns: readonly CooldownRow[];
  },
  here: AtlasSector,
  nowMs: number,
): RecallState => {
  const { player, ship, cooldowns } = rows;
  const turns = settledTurnsOf(player, nowMs);
  return {
    status: ship.status,
    lastEngagementAtMs: ship.lastCombatAt?.getTime() ?? null,
    shipType: ship.type,
    isAtHome: recallTargetOf(atlas, here) === here,
    isInPocket: here.pocketIndex !== null,
    cargoUsed: ship.cargoUsed,
    wantedUntilMs: player.wantedUntil?.getTime() ?? null,
    cooldownUntilMs: untilOf(cooldowns, 'recall'),
    turns: turns.before,
    turnCap: turns.cap,
    turnMultiplierBp: turns.multiplierBp,
  };
};
