import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { courseTable, describeNaming } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import type { Navigator } from '../courses/index.ts';
import { movingShipOf, readNavigator } from '../courses/index.ts';
import { findTraffic, isPublicMarket } from '../knowledge/index.ts';
import { findMemory, findPointsOfHour, HOUR_MS } from '../markets/index.ts';
import { findBookmarks, findNotes } from '../marks/index.ts';
import { readSector } from '../navigation/index.ts';
import type { AtlasSector, AtlasWarp } from '../universe/index.ts';
import { findDiscoverer, findFoundLandmarks, findTradesAt, findTurnsSpentOn } from './dossier.repository.ts';

type Dossier = ReplyOf<(typeof PLAYER_ENDPOINTS)['getDossier']>;

const HISTORY_SHOWN = 30;

/**
 * Everything a player knows of a sector (rule book, frontends P-06): it holds his own observations, his marks and his
 * own doings, and of others nothing but the name of the discoverer where he has been himself.
 */
export const readDossier = async (
  deps: Deps,
  playerId: string,
  sectorId: number,
  nowMs: number,
): Promise<Dossier> => {
  const atlas = deps.atlas();
  const view = await readSector(deps, playerId, sectorId, nowMs);
  const sector = atlas.sector(sectorId);
  if (sector === undefined) throw new AppError('not_found');
  const navigator = await readNavigator(deps, playerId);
  const { knowledge } = navigator;
  const isShown = knowledge.showsContents(sectorId);
  const stationIds = isShown ? sector.stations.map(({ id }) => id) : [];
  const { sql } = deps.db;
  const [bookmarks, notes, traffic, discoverers, landmarks, spent, trades, prices] = await Promise.all([
    findBookmarks(sql, playerId),
    findNotes(sql, playerId),
    findTraffic(sql, playerId, sectorId),
    findDiscoverer(sql, sectorId),
    findFoundLandmarks(
      sql,
      playerId,
      sector.formations.map(({ id }) => id),
    ),
    findTurnsSpentOn(
      sql,
      playerId,
      { sectorId, warpIds: warpsInto(deps, sector).map(({ id }) => id), stationIds },
      HISTORY_SHOWN,
    ),
    findTradesAt(sql, playerId, stationIds, HISTORY_SHOWN),
    knownPrices(deps, playerId, sector, stationIds, nowMs),
  ]);
  const note = notes.find((row) => row.sectorId === sectorId);
  const bookmark = bookmarks.find((row) => row.sectorId === sectorId);
  const [discoverer] = knowledge.hasVisited(sectorId) ? discoverers : [];
  const isDiscoverer = discoverer?.playerId === playerId;
  const named = describeNaming({
    zone: sector.zone.kind,
    isDiscoverer,
    isNamed: discoverer !== undefined && discoverer.namedAt !== null,
  });
  return {
    sector: view,
    links: linksOf(deps, navigator, sector),
    traffic: traffic[0]?.traffic ?? null,
    discoverer: discoverer === undefined ? null : { name: discoverer.name, at: discoverer.at.toISOString() },
    landmarks: sector.formations
      .filter(({ id }) => landmarks.some(({ formationId }) => formationId === id))
      .map(({ kind, name }) => ({ kind, name })),
    prices,
    bookmark: bookmark === undefined ? null : { label: bookmark.label, colour: bookmark.colour },
    note: note === undefined ? null : { text: note.text, updatedAt: note.updatedAt.toISOString() },
    isAvoided: navigator.avoided.includes(sectorId),
    way: wayTo(deps, navigator, sectorId),
    history: historyOf({
      spent,
      trades,
      landmarks,
      sector,
      discoverer: isDiscoverer ? discoverer : undefined,
    }),
    actions: isDiscoverer && sector.zone.kind !== 'federation' ? [presentAction(named)] : [],
  };
};

const warpsInto = (deps: Deps, sector: AtlasSector): AtlasWarp[] => {
  const atlas = deps.atlas();
  return atlas.regions
    .flatMap((region) => atlas.sectorsOf(region))
    .flatMap(({ warps }) => warps.filter(({ to }) => to === sector.id));
};

/** Warps out of and into a sector as far as he knows them: from one end seen, and hidden ones only revealed. */
const linksOf = (deps: Deps, { knowledge }: Navigator, sector: AtlasSector): Dossier['links'] => {
  const atlas = deps.atlas();
  const isKnown = (warp: AtlasWarp): boolean => {
    if (warp.isHidden) return isRevealedTo(warp);
    return knowledge.levelOf(warp.from) >= 2 || (!warp.isOneWay && knowledge.levelOf(warp.to) >= 2);
  };
  const isRevealedTo = (warp: AtlasWarp): boolean =>
    knowledge.hiddenWarps.has(warp.id) ||
    (!warp.isOneWay &&
      (atlas.sector(warp.to)?.warps ?? []).some(
        (back) => back.linkId === warp.linkId && knowledge.hiddenWarps.has(back.id),
      ));
  const present = (warp: AtlasWarp, otherId: number) => {
    const other = atlas.sector(otherId);
    if (other === undefined) return [];
    const level = knowledge.levelOf(otherId) || 1;
    return [
      {
        warpId: warp.id,
        number: other.number,
        code: other.code,
        regionName: other.region.name,
        kind: warp.kind,
        oneWay: warp.isOneWay,
        level: level as 1 | 2 | 3,
        name: level >= 2 ? other.name : null,
        type: level >= 2 ? other.type : null,
      },
    ];
  };
  return {
    out: sector.warps
      .filter(isKnown)
      .flatMap((warp) => present(warp, warp.to).map((row) => ({ ...row, to: warp.to }))),
    in: warpsInto(deps, sector)
      .filter(isKnown)
      .flatMap((warp) => present(warp, warp.from).map((row) => ({ ...row, from: warp.from }))),
  };
};

/** His own memory of the stations there and the public hour, the newer of each good. */
const knownPrices = async (
  deps: Deps,
  playerId: string,
  sector: AtlasSector,
  stationIds: readonly string[],
  nowMs: number,
): Promise<Dossier['prices']> => {
  if (stationIds.length === 0) return [];
  const { sql } = deps.db;
  const [memory, points] = await Promise.all([
    findMemory(sql, playerId),
    isPublicMarket(deps.atlas(), sector.id)
      ? findPointsOfHour(sql, [...stationIds], Math.floor(nowMs / HOUR_MS))
      : [],
  ]);
  const newest = new Map<string, Dossier['prices'][number]>();
  const add = (row: Dossier['prices'][number]): void => {
    const known = newest.get(`${row.stationId} ${row.commodity}`);
    if (known === undefined || known.asOf < row.asOf) newest.set(`${row.stationId} ${row.commodity}`, row);
  };
  for (const point of points)
    add({
      stationId: point.stationId,
      commodity: point.commodity as 'ore',
      side: point.direction as 'buys',
      ask: point.ask,
      bid: point.bid,
      stockTenths: point.stockTenths,
      asOf: new Date(Math.floor(nowMs / HOUR_MS) * HOUR_MS).toISOString(),
      source: 'public',
    });
  for (const row of memory.filter(({ stationId }) => stationIds.includes(stationId)))
    add({
      stationId: row.stationId,
      commodity: row.commodity as 'ore',
      side: row.direction as 'buys',
      ask: row.ask,
      bid: row.bid,
      stockTenths: row.stockTenths,
      asOf: row.asOf.toISOString(),
      source: 'visit',
    });
  return [...newest.values()];
};

const wayTo = (deps: Deps, { ship, knowledge, avoided }: Navigator, sectorId: number): Dossier['way'] =>
  courseTable(deps.atlas().graph, {
    from: ship.sectorId,
    ship: movingShipOf(ship),
    avoid: new Set(avoided),
    levelOf: knowledge.levelOf,
    knownHiddenWarps: knowledge.hiddenWarps,
    here: ship.sectorId,
  })(sectorId);

const historyOf = (own: {
  readonly spent: Awaited<ReturnType<typeof findTurnsSpentOn>>;
  readonly trades: Awaited<ReturnType<typeof findTradesAt>>;
  readonly landmarks: Awaited<ReturnType<typeof findFoundLandmarks>>;
  readonly sector: AtlasSector;
  readonly discoverer: { readonly at: Date } | undefined;
}): Dossier['history'] => {
  const nothing = {
    reason: null,
    turns: null,
    side: null,
    commodity: null,
    quantity: null,
    amount: null,
    name: null,
  };
  const entries: Dossier['history'] = [
    ...own.spent.map(({ at, reason, spent }) => ({
      ...nothing,
      at: at.toISOString(),
      kind: 'turns' as const,
      reason,
      turns: spent,
    })),
    ...own.trades.map(({ at, side, commodity, quantity, net }) => ({
      ...nothing,
      at: at.toISOString(),
      kind: 'trade' as const,
      side,
      commodity: commodity as 'ore',
      quantity,
      amount: side === 'buy' ? -net : net,
    })),
    ...own.landmarks.map(({ formationId, foundAt, credits }) => ({
      ...nothing,
      at: foundAt.toISOString(),
      kind: 'landmark' as const,
      amount: credits,
      name: own.sector.formations.find(({ id }) => id === formationId)?.name ?? null,
    })),
    ...(own.discoverer === undefined
      ? []
      : [{ ...nothing, at: own.discoverer.at.toISOString(), kind: 'discovered' as const }]),
  ];
  return entries.sort((a, b) => b.at.localeCompare(a.at)).slice(0, HISTORY_SHOWN);
};
