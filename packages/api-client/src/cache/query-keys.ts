import type {
  CommodityCode,
  getBank,
  getContractBoard,
  getCurrentJourney,
  getCurrentSector,
  getDigest,
  getDossier,
  getFirstLogin,
  getGalaxy,
  getMarket,
  getPlayerState,
  getPlayersOnline,
  getPriceHistory,
  getRegionChart,
  getRegistry,
  getRules,
  getSettings,
  getShip,
  getStation,
  getStatus,
  getTurns,
  getWarehouse,
  listAlerts,
  listCreditLedger,
  listEquipment,
  listInsuranceQuotes,
  listKnownPrices,
  listMarks,
  listMoves,
  listMyContracts,
  listRecentChat,
  listServices,
  listSessions,
  listShips,
  listShipTypes,
  listTrades,
  listTurnLedger,
  listUpgrades,
  listWrecks,
  QueryOf,
  ReplyOf,
  searchMap,
} from '@sw/contracts';

declare const VALUE: unique symbol;

/** A cache key that remembers the type of what is stored under it. */
export type QueryKey<T> = readonly unknown[] & { readonly [VALUE]?: T };

const key = <T>(...parts: readonly unknown[]): QueryKey<T> => parts;

type History = QueryOf<typeof getPriceHistory>['range'];
type ChatChannel = 'sector';

/**
 * The one place where cache keys are made. A key begins with the keys of what contains it, so
 * invalidating `market.all()` reaches every market.
 */
export const queryKeys = {
  status: () => key<ReplyOf<typeof getStatus>>('status'),
  rules: () => key<ReplyOf<typeof getRules>>('rules'),
  playersOnline: () => key<ReplyOf<typeof getPlayersOnline>>('players-online'),
  firstLogin: () => key<ReplyOf<typeof getFirstLogin>>('first-login'),
  player: {
    all: () => key<unknown>('player'),
    state: () => key<ReplyOf<typeof getPlayerState>>('player', 'state'),
    turns: () => key<ReplyOf<typeof getTurns>>('player', 'turns'),
    turnLedger: () => key<ReplyOf<typeof listTurnLedger>>('player', 'turn-ledger'),
    events: () => key<unknown>('player', 'events'),
    digest: () => key<ReplyOf<typeof getDigest>>('player', 'digest'),
    bank: () => key<ReplyOf<typeof getBank>>('player', 'bank'),
    creditLedger: () => key<ReplyOf<typeof listCreditLedger>>('player', 'credit-ledger'),
    settings: () => key<ReplyOf<typeof getSettings>>('player', 'settings'),
    sessions: () => key<ReplyOf<typeof listSessions>>('player', 'sessions'),
  },
  sector: {
    all: () => key<unknown>('sector'),
    current: () => key<ReplyOf<typeof getCurrentSector>>('sector', 'current'),
    byId: (sectorId: number) => key<ReplyOf<typeof getCurrentSector>>('sector', 'id', sectorId),
    dossier: (sectorId: number) => key<ReplyOf<typeof getDossier>>('sector', 'dossier', sectorId),
    moves: () => key<ReplyOf<typeof listMoves>>('sector', 'moves'),
  },
  map: {
    all: () => key<unknown>('map'),
    galaxy: () => key<ReplyOf<typeof getGalaxy>>('map', 'galaxy'),
    chart: (regionName: string) => key<ReplyOf<typeof getRegionChart>>('map', 'chart', regionName),
    marks: () => key<ReplyOf<typeof listMarks>>('map', 'marks'),
    searches: () => key<unknown>('map', 'search'),
    search: (query: QueryOf<typeof searchMap>) => key<ReplyOf<typeof searchMap>>('map', 'search', query),
  },
  station: {
    all: () => key<unknown>('station'),
    byId: (stationId: string) => key<ReplyOf<typeof getStation>>('station', stationId),
    services: (stationId: string) => key<ReplyOf<typeof listServices>>('station', stationId, 'services'),
    warehouse: (stationId: string) =>
      key<ReplyOf<typeof getWarehouse> | null>('station', stationId, 'warehouse'),
  },
  market: {
    all: () => key<unknown>('market'),
    byStation: (stationId: string) => key<ReplyOf<typeof getMarket>>('market', 'station', stationId),
    history: (stationId: string, commodity: CommodityCode, range: History) =>
      key<ReplyOf<typeof getPriceHistory>>('market', 'history', stationId, commodity, range),
    alerts: () => key<ReplyOf<typeof listAlerts>>('market', 'alerts'),
    knownPrices: (commodity?: CommodityCode, maxHops?: number) =>
      key<ReplyOf<typeof listKnownPrices>>('market', 'known-prices', commodity ?? null, maxHops ?? null),
    trades: () => key<ReplyOf<typeof listTrades>>('market', 'trades'),
  },
  ships: {
    all: () => key<unknown>('ships'),
    list: () => key<ReplyOf<typeof listShips>>('ships', 'list'),
    wrecks: () => key<ReplyOf<typeof listWrecks>>('ships', 'wrecks'),
    types: (tradeIn: string | null) => key<ReplyOf<typeof listShipTypes>>('ships', 'types', tradeIn),
    byId: (shipId: string) => key<ReplyOf<typeof getShip>>('ships', 'id', shipId),
    upgrades: (shipId: string) => key<ReplyOf<typeof listUpgrades>>('ships', 'upgrades', shipId),
    equipment: (shipId: string) => key<ReplyOf<typeof listEquipment>>('ships', 'equipment', shipId),
    insurance: (shipId: string | null) =>
      key<ReplyOf<typeof listInsuranceQuotes>>('ships', 'insurance', shipId),
    registry: (registration: string) => key<ReplyOf<typeof getRegistry>>('ships', 'registry', registration),
  },
  contracts: {
    all: () => key<unknown>('contracts'),
    board: (stationId: string) => key<ReplyOf<typeof getContractBoard>>('contracts', 'board', stationId),
    mine: () => key<ReplyOf<typeof listMyContracts>>('contracts', 'mine'),
  },
  journeys: {
    current: () => key<ReplyOf<typeof getCurrentJourney>>('journeys', 'current'),
  },
  chat: {
    all: () => key<unknown>('chat'),
    recent: (channel: ChatChannel) => key<ReplyOf<typeof listRecentChat>>('chat', channel),
  },
} as const;
