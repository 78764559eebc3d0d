import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Tx } from '@sw/db';
import { describeNaming } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import { loadNamed } from '../../platform/load-named.ts';
import { waysOf } from '../courses/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { findTraffic, isPublicMarket } from '../knowledge/index.ts';
import { findMemory, findPointsOfHour, HOUR_MS } from '../markets/index.ts';
import { findAvoided, findMarksOn } from '../marks/index.ts';
import { loadSector } from '../navigation/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import { findDiscoverer, findFoundLandmarks, findTradesAt, findTurnsSpentOn } from './dossier.repository.ts';
import { HISTORY_SHOWN, historyOf } from './dossier-history.ts';
import { linksOf } from './dossier-links.ts';
import { newestPrices } from './dossier-prices.ts';

type Dossier = ReplyOf<(typeof PLAYER_ENDPOINTS)['getDossier']>;

/**
 * Everything a player knows of a sector (rule book, frontends P-06): it holds his own observations, his marks and his
 * own doings, and of others nothing but the name of the discoverer where he has been himself.
 */
export const readDossier = (
  deps: Deps,
  playerId: string,
  sectorId: number,
  nowMs: number,
): Promise<Dossier> =>
  deps.db.snapshot(async (tx) => {
    const atlas = deps.atlas();
    const { sector, view, viewer } = await loadSector(deps, tx, playerId, sectorId, nowMs);
    const { knowledge } = viewer;
    const rows = await loadOwn(atlas, tx, { playerId, sector, knowledge, nowMs });
    const avoided = rows.avoided.map((row) => row.sectorId);
    const [discoverer] = rows.discoverers;
    const isDiscoverer = discoverer?.playerId === playerId;
    const isNamed = discoverer !== undefined && discoverer.namedAt !== null;
    const naming = describeNaming({ zone: sector.zone.kind, isDiscoverer, isNamed });
    return {
      sector: view,
      links: linksOf(atlas, knowledge, sector),
      traffic: rows.traffic[0]?.traffic ?? null,
      discoverer:
        discoverer === undefined ? null : { name: discoverer.name, at: discoverer.at.toISOString() },
      landmarks: sector.formations
        .filter(({ id }) => rows.landmarks.some(({ formationId }) => formationId === id))
        .map(({ kind, name }) => ({ kind, name })),
      prices: newestPrices(rows.memory, rows.points, new Date(hourOf(nowMs) * HOUR_MS)),
      ...presentMarks(rows.marks[0]),
      isAvoided: avoided.includes(sectorId),
      way: waysOf(atlas, { ...viewer, avoided })(sectorId),
      history: historyOf({ ...rows, sector, discoverer: isDiscoverer ? discoverer : undefined }),
      actions: isDiscoverer && sector.zone.kind !== 'federation' ? [presentAction(naming)] : [],
    };
  });

const hourOf = (nowMs: number): number => Math.floor(nowMs / HOUR_MS);

/** His own rows about a sector; of its stations only where he knows that they are there. */
const loadOwn = (
  atlas: Atlas,
  tx: Pick<Tx, 'sql' | 'load'>,
  {
    playerId,
    sector,
    knowledge,
    nowMs,
  }: {
    readonly playerId: string;
    readonly sector: AtlasSector;
    readonly knowledge: Knowledge;
    readonly nowMs: number;
  },
) => {
  const { sql } = tx;
  const { id: sectorId } = sector;
  const stationIds = knowledge.showsContents(sectorId) ? sector.stations.map(({ id }) => id) : [];
  const formationIds = sector.formations.map(({ id }) => id);
  const hasStations = stationIds.length > 0;
  const isPublic = hasStations && isPublicMarket(atlas, sectorId);
  const warpIds = atlas.warpsInto(sectorId).map(({ id }) => id);
  return loadNamed(tx, {
    avoided: findAvoided(sql, playerId),
    marks: findMarksOn(sql, playerId, sectorId),
    traffic: findTraffic(sql, playerId, sectorId),
    discoverers: knowledge.hasVisited(sectorId) ? findDiscoverer(sql, sectorId) : null,
    landmarks: formationIds.length > 0 ? findFoundLandmarks(sql, playerId, formationIds) : null,
    spent: findTurnsSpentOn(sql, playerId, { sectorId, warpIds, stationIds }, HISTORY_SHOWN),
    trades: hasStations ? findTradesAt(sql, playerId, stationIds, HISTORY_SHOWN) : null,
    memory: hasStations ? findMemory(sql, playerId, stationIds) : null,
    points: isPublic ? findPointsOfHour(sql, stationIds, hourOf(nowMs)) : null,
  });
};

const presentMarks = (
  marks: Awaited<ReturnType<typeof findMarksOn>>[number] | undefined,
): Pick<Dossier, 'bookmark' | 'note'> => {
  const { label = null, colour = null, text = null, updatedAt = null } = marks ?? {};
  return {
    bookmark: label === null || colour === null ? null : { label, colour },
    note: text === null || updatedAt === null ? null : { text, updatedAt: updatedAt.toISOString() },
  };
};
