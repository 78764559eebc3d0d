import type { AnyStatement, Sql } from '@sw/db';
import type { FormationKind, LedgerLeg } from '@sw/rules';
import { discoveryReward, emptyBitmap, hasSector, isFoundBy } from '@sw/rules';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import type { ChartRow, Learned } from '../knowledge/index.ts';
import type { PlayerRow } from '../player/index.ts';
import { awardRankPoints } from '../ranks/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import type { FrontierRow } from './discovery.repository.ts';
import {
  insertFormations,
  lockFrontier,
  writeDiscoverer,
  writeNebulaCharted,
} from './discovery.repository.ts';

/** What an arrival discovered, and what keeps it. */
export interface Discovered {
  readonly isFirst: boolean;
  readonly formations: readonly {
    readonly kind: FormationKind;
    readonly name: string;
    readonly credits: bigint;
  }[];
  readonly completesNebula: boolean;
  readonly credits: bigint;
  readonly rankPoints: number;
  readonly promotedTo: number | null;
  /** Rank after the arrival. */
  readonly rankLevel: number;
  readonly rankPointsAfter: number;
  readonly legs: readonly LedgerLeg[];
  readonly writes: readonly AnyStatement[];
  readonly events: readonly OutboxEvent[];
}

const DAY_MS = 86_400_000;
const NOTHING_OPEN: FrontierRow = { isUndiscovered: false, isNebulaOpen: false, formationsToday: 0 };

/** Sectors this process knows to have a discoverer: it never loses him, so nobody need ask again. */
const discovered = new WeakMap<Atlas, Set<number>>();
const discoveredIn = (atlas: Atlas): Set<number> => {
  const known = discovered.get(atlas) ?? new Set<number>();
  discovered.set(atlas, known);
  return known;
};

const dayBegan = (nowMs: number): Date => new Date(nowMs - (nowMs % DAY_MS));

/** The lock an arrival needs besides those of a move: none where nothing can be discovered any more. */
export const frontierLocks = (
  sql: Sql,
  atlas: Atlas,
  playerId: string,
  sectorId: number,
  nowMs: number,
): AnyStatement[] => {
  const sector = atlas.sector(sectorId);
  if (sector === undefined) return [];
  const isWorthAsking =
    !discoveredIn(atlas).has(sectorId) || sector.type === 'nebula' || sector.formations.length > 0;
  if (!isWorthAsking) return [];
  const place = {
    sectorId,
    regionId: sector.region.id,
    clusterIndex: sector.cluster.index,
    dayBegan: dayBegan(nowMs),
  };
  return [lockFrontier(sql, playerId, place)];
};

/** The reward of an arrival (rule book, world 7.3); everything was locked before. */
export const discover = (
  sql: Sql,
  atlas: Atlas,
  arrival: {
    readonly player: PlayerRow;
    readonly sector: AtlasSector;
    readonly charts: readonly ChartRow[];
    readonly learned: Learned;
    readonly frontier: FrontierRow | undefined;
    readonly nowMs: number;
  },
): Discovered => {
  const { player, sector, learned, nowMs } = arrival;
  const frontier = arrival.frontier ?? NOTHING_OPEN;
  if (!frontier.isUndiscovered) discoveredIn(atlas).add(sector.id);
  const visit = { before: visitedOf(arrival.charts, sector), after: visitedOf(learned.charts, sector) };
  const found = learned.isFirstVisit
    ? sector.formations.filter((landmark) => isFoundBy(landmark, visit.before, visit.after))
    : [];
  const completesNebula =
    learned.isFirstVisit && frontier.isNebulaOpen && hasWholeNebula(atlas, sector, learned.charts);
  const today = dayBegan(nowMs);
  const pointsToday = player.explorationDay?.getTime() === today.getTime() ? player.explorationPoints : 0;
  const isFirst = learned.isFirstVisit && frontier.isUndiscovered;
  const reward = discoveryReward({
    isFirstOwnVisit: learned.isFirstVisit,
    isFirstInGalaxy: isFirst,
    rankPointsToday: pointsToday,
    formations: found.map(({ kind }) => kind),
    formationsToday: frontier.formationsToday,
    completesNebula,
  });
  const gains = {
    sectorsVisited: learned.isFirstVisit ? 1 : 0,
    sectorsDiscovered: isFirst ? 1 : 0,
    explorationDay: today,
    explorationPoints: pointsToday + reward.rankPoints,
  };
  const refId = String(sector.id);
  const awarded = awardRankPoints(
    sql,
    player,
    reward.awards.map((award) => ({ ...award, refId })),
    { nowMs, sectorId: sector.id, ...(learned.isFirstVisit ? { gains: { exploration: gains } } : {}) },
  );
  const paid = found.map((landmark, index) => ({
    ...landmark,
    credits: reward.formationCredits[index] ?? 0n,
  }));
  return {
    isFirst,
    formations: paid.map(({ kind, name, credits }) => ({ kind, name, credits })),
    completesNebula,
    credits: reward.credits,
    rankPoints: reward.rankPoints,
    promotedTo: awarded.rank.isPromoted ? awarded.rank.rankLevel : null,
    rankLevel: awarded.rank.rankLevel,
    rankPointsAfter: awarded.rank.rankPoints,
    legs: reward.legs,
    writes: [
      ...(isFirst ? [writeDiscoverer(sql, player.id, sector.id, nowMs)] : []),
      ...(completesNebula
        ? [
            writeNebulaCharted(
              sql,
              player.id,
              { regionId: sector.region.id, index: sector.cluster.index },
              nowMs,
            ),
          ]
        : []),
      ...(paid.length === 0 ? [] : [insertFormations(sql, player.id, paid, nowMs)]),
      ...awarded.writes,
    ],
    events: awarded.events,
  };
};

const visitedOf = (charts: readonly ChartRow[], { region }: AtlasSector): Uint8Array =>
  charts.find(({ regionId }) => regionId === region.id)?.visited ?? emptyBitmap(region.sectorCount);

const hasWholeNebula = (atlas: Atlas, sector: AtlasSector, charts: readonly ChartRow[]): boolean => {
  if (sector.type !== 'nebula') return false;
  const visited = visitedOf(charts, sector);
  return atlas
    .sectorsOf(sector.region)
    .filter(({ cluster, type }) => cluster === sector.cluster && type === 'nebula')
    .every(({ number }) => hasSector(visited, number));
};
