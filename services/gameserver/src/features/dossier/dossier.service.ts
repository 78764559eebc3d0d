import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { describeNaming } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import { loadNamed } from '../../platform/load-named.ts';
import { waysOf } from '../courses/index.ts';
import { findTraffic, isPublicMarket } from '../knowledge/index.ts';
import { findMemory, findPointsOfHour, HOUR_MS } from '../markets/index.ts';
import { findAvoided, findMarksOn } from '../marks/index.ts';
import { loadSector } from '../navigation/index.ts';
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
    const hour = Math.floor(nowMs / HOUR_MS);
    const stationIds = knowledge.showsContents(sectorId) ? sector.stations.map(({ id }) => id) : [];
    const formationIds = sector.formations.map(({ id }) => id);
    const hasStations = stationIds.length > 0;
    const { sql } = tx;
    const rows = await loadNamed(tx, {
      avoided: findAvoided(sql, playerId),
      marks: findMarksOn(sql, playerId, sectorId),
      traffic: findTraffic(sql, playerId, sectorId),
      discoverers: knowledge.hasVisited(sectorId) ? findDiscoverer(sql, sectorId) : null,
      landmarks: formationIds.length > 0 ? findFoundLandmarks(sql, playerId, formationIds) : null,
      spent: findTurnsSpentOn(
        sql,
        playerId,
        { sectorId, warpIds: atlas.warpsInto(sectorId).map(({ id }) => id), stationIds },
        HISTORY_SHOWN,
      ),
      trades: hasStations ? findTradesAt(sql, playerId, stationIds, HISTORY_SHOWN) : null,
      memory: hasStations ? findMemory(sql, playerId, stationIds) : null,
      points: hasStations && isPublicMarket(atlas, sectorId) ? findPointsOfHour(sql, stationIds, hour) : null,
    });
    const avoided = rows.avoided.map((row) => row.sectorId);
    const [marks] = rows.marks;
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
      prices: newestPrices(rows.memory, rows.points, new Date(hour * HOUR_MS)),
      bookmark: marks?.label == null ? null : { label: marks.label, colour: marks.colour ?? 0 },
      note:
        marks?.text == null
          ? null
          : { text: marks.text, updatedAt: (marks.updatedAt ?? new Date(0)).toISOString() },
      isAvoided: avoided.includes(sectorId),
      way: waysOf(atlas, { ...viewer, avoided })(sectorId),
      history: historyOf({ ...rows, sector, discoverer: isDiscoverer ? discoverer : undefined }),
      actions: isDiscoverer && sector.zone.kind !== 'federation' ? [presentAction(naming)] : [],
    };
  });
