import type { Timing } from '@sw/api-client';

/**
 * A ring of sectors with a seller of ore in one and a buyer in another: just enough of the server
 * for a bot to fly, dock and trade. Answers are in wire form and pass the contracts.
 */

const MOMENT = '2102-01-01T00:00:00.000Z';
const SELLER = '0190a000-0000-7000-8000-0000000000a1';
const BUYER = '0190a000-0000-7000-8000-0000000000a2';
const PLAYER = '0190a000-0000-7000-8000-000000000001';
const ASK = 20;
const BID = 31;

interface RequestBody {
  readonly to: number;
  readonly stationId: string;
  readonly lines: readonly { readonly side: string; readonly quantity: number }[];
}

interface Options {
  readonly sectors: number;
  /** Answers to give instead of the real one, by `METHOD path`, each once; undefined gives the real one. */
  readonly instead?: Map<string, (Response | undefined)[]>;
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

/** A refusal as the server words it. */
export const refusal = (status: number, code: string, retryAfterS?: number): Response =>
  json(
    {
      type: 'x',
      title: code,
      status,
      detail: 'A sentence.',
      instance: '/',
      code,
      requestId: 'r',
      retryAfterS,
    },
    status,
    retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) },
  );

/** Time that passes only while somebody sleeps. */
export const createSleepTime = (): Timing & { slept: number[] } => {
  let nowMs = 0;
  const slept: number[] = [];
  return {
    slept,
    nowMs: () => nowMs,
    random: () => 0.5,
    after(delayMs, task) {
      let isCancelled = false;
      setImmediate(() => {
        if (isCancelled) return;
        slept.push(delayMs);
        nowMs += delayMs;
        task();
      });
      return () => {
        isCancelled = true;
      };
    },
  };
};

export const createFakeGalaxy = ({ sectors, instead = new Map() }: Options) => {
  const visited = new Set([1]);
  const calls: string[] = [];
  let sector = 1;
  let dockedAt: string | null = SELLER;
  let credits = 5000;
  let cargo = 0;
  let isFirstLoginDone = false;

  const stationOf = (at: number): string | null => (at === 1 ? SELLER : at === 3 ? BUYER : null);
  const sectorOfStation = (id: string): number => (id === SELLER ? 1 : 3);

  const turns = () => ({
    turns: 500,
    cap: 1000,
    ratePerHourX100: 4200,
    multiplierBp: 10_000,
    nextTurnInMs: 60_000,
    fullAt: null,
  });

  const summary = (id: number) => ({
    id,
    number: id,
    code: `T-${id}`,
    name: `Sector ${id}`,
    regionName: 'terran-space',
    zone: 'federation',
    security: 'protected',
  });

  const state = () => ({
    rev: 1,
    serverTime: MOMENT,
    player: {
      id: PLAYER,
      callsign: isFirstLoginDone ? 'QuietHelm' : null,
      rankLevel: 0,
      rankPoints: 0,
      reputationTier: 'neutral',
      personalReputation: 0,
      teamId: null,
      teamTag: null,
      firstLoginState: isFirstLoginDone ? 'completed' : 'not_started',
      newcomerUntil: null,
      suspectUntil: null,
      wantedUntil: null,
      ariaTrustLevel: 1,
    },
    turns: turns(),
    credits,
    ship: {
      id: PLAYER,
      type: 'light_freighter',
      name: 'Fair Exchange',
      registration: 'T-1',
      hull: 100,
      maxHull: 100,
      shields: 0,
      maxShields: 0,
      conditionMilli: 100_000,
      fault: 'none',
      cargoUsed: cargo,
      cargoCapacity: 50,
      drones: 0,
      droneBays: 0,
      turnsPerWarp: 3,
      towedType: null,
      isBound: true,
      isLoaner: false,
      version: 1,
    },
    cargo: cargo === 0 ? [] : [{ commodity: 'ore', quantity: cargo, avgCost: ASK }],
    location: {
      regionName: 'terran-space',
      regionTitle: 'Terran Space',
      sectorId: sector,
      sectorNumber: sector,
      sectorName: `Sector ${sector}`,
      zone: 'federation',
      security: 'protected',
      state: dockedAt === null ? 'in_space' : 'docked',
      stationId: dockedAt,
      stationName: null,
      planetId: null,
      journeyId: null,
      autopilotUntil: null,
    },
    chain: null,
    alerts: [],
  });

  const neighbours = () => [(sector % sectors) + 1, ((sector + sectors - 2) % sectors) + 1];

  const moveOption = (to: number) => ({
    warpId: to,
    to,
    number: to,
    code: `T-${to}`,
    regionName: 'terran-space',
    kind: 'lane',
    cost: 3,
    toll: 0,
    oneWay: false,
    bearing: 0,
    level: visited.has(to) ? 3 : 1,
    name: null,
    type: null,
    hazard: null,
    seenAt: null,
    station: null,
    affordable: true,
    blocked: null,
    actions: [],
  });

  const fly = (to: number) => {
    const from = sector;
    sector = to;
    visited.add(to);
    return {
      rev: 2,
      sector: summary(to),
      warp: { id: to, kind: 'lane', from, to },
      turns: { spent: 3, left: 497 },
      toll: 0,
      hull: { before: 100, after: 100, shields: 0 },
      events: [],
      discovered: {
        sector: true,
        isFirst: false,
        charted: 0,
        formations: [],
        nebula: false,
        credits: 0,
        rankPoints: 0,
        promotedTo: null,
      },
      region: null,
    };
  };

  const price = (stationId: string, ask: number | null, bid: number | null) => ({
    stationId,
    stationName: 'Station',
    sectorId: sectorOfStation(stationId),
    sectorNumber: sectorOfStation(stationId),
    regionName: 'terran-space',
    commodity: 'ore',
    side: ask === null ? 'buys' : 'sells',
    ask,
    bid,
    stockTenths: 5,
    asOf: MOMENT,
    source: 'public',
    turns: 6,
    hops: 2,
  });

  const line = (side: string, quantity: number) => {
    const net = quantity * (side === 'buy' ? ASK : BID);
    const max = side === 'buy' ? Math.min(50 - cargo, Math.floor(credits / ASK)) : cargo;
    return {
      side,
      commodity: 'ore',
      quantity,
      midTotal: net,
      gross: net,
      tariff: 0,
      net,
      unitAverageX100: 0,
      firstUnit: 1,
      lastUnit: 1,
      stockBefore: 1,
      stockAfter: 1,
      capacity: 1,
      advantageBp: 0,
      eventBp: 0,
      quoteVersion: 1,
      profit: null,
      creditsAfter: 0,
      cargoAfter: 0,
      maxQuantity: { byCredits: max, byCargo: max, byStock: max, max },
      refusal: null,
    };
  };

  const trade = (body: RequestBody) => {
    const lines = body.lines.map(({ side, quantity }) => line(side, quantity));
    for (const { side, quantity, net } of lines) {
      credits += side === 'buy' ? -net : net;
      cargo += side === 'buy' ? quantity : -quantity;
    }
    const rest = { rankPointsAwarded: 0, promotedTo: null, transactionIds: [], cargo: [], credits, net: 0 };
    return { rev: 3, stationId: dockedAt, lines, ...rest };
  };

  const dock = (id: string) => {
    dockedAt = id;
    return { rev: 4, stationId: id, fee: 0, feeWaived: true, turns: turns(), credits };
  };

  const undock = () => {
    dockedAt = null;
    return { rev: 5, mooring: 0, credits };
  };

  const sectorView = () => {
    const id = stationOf(sector);
    const station = {
      id,
      name: 'Station',
      sectorId: sector,
      stationClass: 1,
      facility: 'none',
      tradeCode: 'BS--',
      faction: null,
      ownerName: null,
      tariffBp: 0,
      services: [],
      status: 'operational',
      actions: [],
    };
    return {
      ...summary(sector),
      level: 3,
      live: true,
      seenAt: null,
      x: 0,
      y: 0,
      z: 0,
      cluster: 'C',
      isProtected: true,
      type: 'standard',
      hazard: 0,
      nebulaDensity: null,
      nebulaKind: null,
      resources: 'none',
      effects: [],
      stations: id === null ? [] : [station],
      planets: [],
      warps: [],
      contacts: { items: [], more: 0 },
      adrift: [],
      actions: [],
    };
  };

  const market = () => ({
    stationId: dockedAt,
    stationName: 'Station',
    sectorId: sector,
    source: 'live',
    asOf: MOMENT,
    version: 1,
    tariffBp: 0,
    advantageBp: 0,
    advantageBreakdown: [],
    rows: [],
  });

  const course = {
    hops: [],
    totalTurns: 6,
    totalHops: 2,
    totalToll: 0,
    risk: 'low',
    affordableHops: 2,
    etaFull: MOMENT,
  };

  const answer = (route: string, body: RequestBody): unknown => {
    const station = /^POST \/stations\/([^/]+)\/(dock|undock)$/.exec(route);
    if (station?.[1] !== undefined) return station[2] === 'dock' ? dock(station[1]) : undock();
    if (/^GET \/stations\/[^/]+\/market$/.test(route)) return market();
    switch (route) {
      case 'POST /auth/refresh':
        return {
          user: { id: PLAYER, username: 'quiet_helm', email: null, locale: 'en', createdAt: MOMENT },
          accessToken: 'token',
          expiresIn: 1_000_000,
          mustChangePassword: false,
          refreshToken: 'next',
        };
      case 'GET /player/state':
        return state();
      case 'POST /first-login/complete':
        isFirstLoginDone = true;
        return state();
      case 'GET /nav/moves':
        return { sectorId: sector, turns: 500, moves: neighbours().map(moveOption) };
      case 'POST /nav/move':
        return fly(body.to);
      case 'POST /nav/plot':
        return { routeId: PLAYER, ...course, other: null };
      case 'POST /nav/autopilot':
        return {
          completed: true,
          stoppedBecause: null,
          hops: [fly(body.to)],
          turnsLeft: 494,
          remainingRouteId: null,
        };
      case 'GET /sectors/current':
        return sectorView();
      case 'GET /trading/known-prices':
        return { items: [price(SELLER, ASK, null), price(BUYER, null, BID)], unpriced: [] };
      case 'POST /trading/quote':
        return {
          stationId: body.stationId,
          at: MOMENT,
          lines: body.lines.map((wanted) => line(wanted.side, wanted.quantity)),
          net: 0,
          creditsAfter:
            credits - body.lines.reduce((sum, { side, quantity }) => sum + line(side, quantity).net, 0),
          cargoAfter: 0,
          cargoCapacity: 50,
          advantageBreakdown: [],
        };
      case 'POST /trading/execute':
        return trade(body);
      default:
        throw new Error(`the fake galaxy has no ${route}`);
    }
  };

  const fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const path = new URL(url).pathname.replace('/api/v1', '');
    const route = `${init.method ?? 'GET'} ${path}`;
    calls.push(route);
    const planned = instead.get(route)?.shift();
    if (planned !== undefined) return planned;
    return json(answer(route, typeof init.body === 'string' ? JSON.parse(init.body) : undefined));
  };

  return { fetch: fetch as typeof globalThis.fetch, visited, calls, credits: () => credits };
};
