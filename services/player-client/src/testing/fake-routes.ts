import type { CommodityCode } from '@sw/contracts';
import { chartOf, moveTo, plotOf } from './fake-flight.ts';
import type { FakeGame } from './fake-game.ts';
import { actOnFakeJob, fakeAllowance } from './fake-jobs.ts';
import { FAKE_NOW } from './fake-moment.ts';
import { FakeRefusal } from './fake-refusal.ts';
import { executeOf, knownPricesOf, marketOf, quoteOf, tradeRoutesOf } from './fake-trading.ts';

type Body = Readonly<Record<string, unknown>>;

interface Call {
  readonly game: FakeGame;
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Body;
}

type Handler = (call: Call) => unknown;

const iso = (ms: number): string => new Date(ms).toISOString();
const USER = {
  id: '00000000-0000-4000-8000-0000000000f1',
  username: 'okonjo',
  email: null,
  locale: 'en',
  createdAt: iso(0),
};
const SIGNED_IN = { user: USER, accessToken: 'fake', expiresIn: 900, mustChangePassword: false };
const HOUR = 3_600_000;

type Line = { side: 'buy' | 'sell'; commodity: CommodityCode; quantity: number; limitTotal: number };

function history(call: Call) {
  const [id, commodity] = call.params;
  const row = marketOf(call.game, id ?? '').rows.find((entry) => entry.commodity === commodity);
  const price = row?.bid ?? row?.ask ?? 50;
  const points = call.query.get('range') === '24h' ? 24 : call.query.get('range') === '7d' ? 168 : 120;
  return {
    points: Array.from({ length: points }, (_, index) => {
      const at = FAKE_NOW - (points - 1 - index) * HOUR;
      const swing = Math.sin(index / 9) * 0.05 + Math.sin(index / 2.3) * 0.03 + (index / points - 1) * 0.12;
      const value = Math.max(1, Math.round(price * (1 + swing)));
      return {
        at: iso(at),
        ask: row?.ask == null ? null : value,
        bid: row?.bid == null ? null : value,
        high: null,
        low: null,
        volume: null,
        stockTenths: 5,
      };
    }),
    trades: [
      { at: iso(FAKE_NOW - 60 * HOUR), side: 'sell', quantity: 20, net: 1500 },
      { at: iso(FAKE_NOW - 26 * HOUR), side: 'sell', quantity: 30, net: 2500 },
    ],
  };
}

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  [
    'GET',
    /^\/status$/,
    () => ({
      name: 'SectorWars 2102',
      version: '0.1.0',
      role: 'standalone',
      region: null,
      status: 'ok',
      motd: null,
      maintenance: null,
    }),
  ],
  ['GET', /^\/status\/players$/, () => ({ online: 412, onlineInRegion: 96, registered: 2140 })],
  ['GET', /^\/rules$/, ({ game }) => game.rules()],
  [
    'GET',
    /^\/auth\/username-available$/,
    ({ query }) => ({
      available: query.get('u') !== 'taken',
      reason: query.get('u') === 'taken' ? 'taken' : null,
    }),
  ],
  ['POST', /^\/auth\/(?:login|register|refresh)$/, () => SIGNED_IN],
  ['POST', /^\/auth\/(?:logout|logout-all)$/, () => undefined],
  ['POST', /^\/auth\/ws-ticket$/, () => ({ ticket: 't', expiresIn: 30 })],
  [
    'PUT',
    /^\/auth\/password$/,
    ({ body }) => {
      if (body['currentPassword'] !== 'right password') throw new FakeRefusal(401, 'invalid_credentials');
    },
  ],
  [
    'GET',
    /^\/auth\/sessions$/,
    () => ({
      items: [
        {
          id: USER.id,
          createdAt: iso(FAKE_NOW - 9 * HOUR),
          lastSeenAt: iso(FAKE_NOW),
          ip: '192.0.2.7',
          userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
          current: true,
        },
        {
          id: '00000000-0000-4000-8000-0000000000f2',
          createdAt: iso(FAKE_NOW - 90 * HOUR),
          lastSeenAt: iso(FAKE_NOW - 5 * HOUR),
          ip: '198.51.100.4',
          userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1',
          current: false,
        },
      ],
    }),
  ],
  ['DELETE', /^\/auth\/sessions\/(.+)$/, () => undefined],
  [
    'GET',
    /^\/contracts\/mine$/,
    ({ game }) => {
      const active = game.jobs.filter(({ state }) => state === 'accepted' || state === 'in_transit');
      return { active, recent: [], jobs: fakeAllowance(active.length) };
    },
  ],
  [
    'GET',
    /^\/stations\/([^/]+)\/contracts$/,
    ({ game, params }) => {
      const { sector, station } = game.station(params[0] ?? '');
      if (!game.docked || sector.number !== game.sector.number) throw new FakeRefusal(409, 'not_docked');
      const items = game.jobs.filter(({ state }) => state === 'posted');
      return { stationId: station.id, stationName: station.name, items, jobs: fakeAllowance(0) };
    },
  ],
  [
    'POST',
    /^\/contracts\/([^/]+)\/(accept|pickup|deliver|abandon)$/,
    ({ game, params }) => actOnFakeJob(game, params[0] ?? '', params[1] ?? ''),
  ],
  ['GET', /^\/player\/state$/, ({ game }) => game.state()],
  ['GET', /^\/player\/turns$/, ({ game }) => game.turnsView()],
  ['GET', /^\/player\/settings$/, ({ game }) => ({ rev: 1, settings: game.settings })],
  [
    'PATCH',
    /^\/player\/settings$/,
    ({ game, body }) => {
      game.settings = { ...game.settings, ...body };
      return { rev: 2, settings: game.settings };
    },
  ],
  [
    'GET',
    /^\/player\/ledger$/,
    ({ game }) => ({
      items: [
        {
          id: '4',
          at: iso(FAKE_NOW - HOUR),
          amount: 1244,
          reason: 'trade_sell',
          account: 'wallet',
          refType: null,
          refId: null,
        },
        {
          id: '3',
          at: iso(FAKE_NOW - 2 * HOUR),
          amount: -420,
          reason: 'trade_buy',
          account: 'wallet',
          refType: null,
          refId: null,
        },
        {
          id: '2',
          at: iso(FAKE_NOW - 3 * HOUR),
          amount: 2398,
          reason: 'trade_sell',
          account: 'wallet',
          refType: null,
          refId: null,
        },
        {
          id: '1',
          at: iso(FAKE_NOW - 4 * HOUR),
          amount: -10,
          reason: 'dock_fee',
          account: 'wallet',
          refType: null,
          refId: null,
        },
      ].slice(0, game.firstLogin === 'completed' ? 4 : 0),
      nextCursor: null,
    }),
  ],
  [
    'GET',
    /^\/player\/turns\/ledger$/,
    () => ({
      items: [
        {
          at: iso(FAKE_NOW - HOUR),
          regen: 12,
          spent: 96,
          granted: 0,
          balance: 847,
          reason: 'move',
          ref: null,
        },
      ],
      nextCursor: null,
    }),
  ],
  [
    'GET',
    /^\/first-login$/,
    ({ game }) => ({
      state: game.firstLogin,
      dialogue: false,
      suggestedCallsign: 'okonjo',
      grant: {
        credits: 5000,
        shipType: 'light_freighter',
        cargoCapacity: 50,
        stationName: 'Capital Hub',
        sectorNumber: 1,
        regionTitle: 'Terran Space',
      },
    }),
  ],
  [
    'POST',
    /^\/first-login\/complete$/,
    ({ game, body }) => {
      if (body['callsign'] === 'taken') throw new FakeRefusal(409, 'callsign_taken');
      game.firstLogin = 'completed';
      return game.state();
    },
  ],
  [
    'GET',
    /^\/map\/galaxy$/,
    ({ game }) => ({
      regions: [
        {
          code: 'N',
          kind: 'central_nexus',
          name: 'central-nexus',
          title: 'Central Nexus',
          owner: null,
          mapX: 0,
          mapY: 0,
          mapZ: 0,
          sectorCount: 5000,
          activePlayers: 3,
          status: 'active',
          link: null,
        },
        {
          code: 'T',
          kind: 'terran_space',
          name: 'terran-space',
          title: 'Terran Space',
          owner: null,
          mapX: 0,
          mapY: -1700,
          mapZ: 0,
          sectorCount: 500,
          activePlayers: 12,
          status: 'active',
          link: { gateway: 9, nexus: 1_000_001 },
        },
      ],
      you: { region: 'terran-space', sector: game.sector.number },
    }),
  ],
  [
    'GET',
    /^\/map\/regions\/([a-z-]+)$/,
    ({ game, params }) =>
      params[0] === 'terran-space'
        ? chartOf(game)
        : {
            ...chartOf(game),
            region: { name: 'central-nexus', code: 'N', title: 'Central Nexus', sectorCount: 5000 },
            n: [],
            x: [],
            y: [],
            z: [],
            level: [],
            type: [],
            zone: [],
            cluster: [],
            flags: [],
            seenAt: [],
            tradeCode: [],
            names: {},
            edges: [],
          },
  ],
  ['GET', /^\/sectors\/current$/, ({ game }) => game.sectorView(game.sector)],
  [
    'GET',
    /^\/sectors\/(\d+)$/,
    ({ game, params }) => game.sectorView(game.world.byNumber(Number(params[0]))),
  ],
  [
    'GET',
    /^\/nav\/moves$/,
    ({ game }) => ({ sectorId: game.sector.number, turns: game.turns, moves: game.warps(game.sector) }),
  ],
  ['POST', /^\/nav\/move$/, ({ game, body }) => moveTo(game, Number(body['to']))],
  [
    'POST',
    /^\/nav\/plot$/,
    ({ game, body: { to, objective, compare } }) =>
      plotOf(game, Number(to), String(objective ?? 'turns'), compare === undefined ? null : String(compare)),
  ],
  ['GET', /^\/nav\/course$/, () => ({ course: null })],
  ['DELETE', /^\/nav\/course$/, () => null],
  [
    'POST',
    /^\/nav\/autopilot$/,
    ({ game, body }) => {
      const target = body['to'] === undefined ? game.world.sectors.at(0)?.number : Number(body['to']);
      const hops = game.route(target ?? 1).map((number) => moveTo(game, number));
      return { completed: true, stoppedBecause: null, hops, turnsLeft: game.turns, remainingRouteId: null };
    },
  ],
  [
    'POST',
    /^\/stations\/([^/]+)\/dock$/,
    ({ game, params }) => {
      game.docked = true;
      game.turns -= 1;
      game.credits -= 10;
      game.rev += 1;
      return {
        rev: game.rev,
        stationId: params[0],
        fee: 10,
        feeWaived: false,
        turns: game.turnsView(),
        credits: game.credits,
      };
    },
  ],
  [
    'POST',
    /^\/stations\/([^/]+)\/undock$/,
    ({ game }) => {
      game.docked = false;
      game.rev += 1;
      return { rev: game.rev, mooring: 0, credits: game.credits };
    },
  ],
  ['GET', /^\/stations\/([^/]+)\/market\/([a-z_]+)\/history$/, history],
  ['GET', /^\/stations\/([^/]+)\/market$/, ({ game, params }) => marketOf(game, params[0] ?? '')],
  [
    'GET',
    /^\/stations\/([^/]+)$/,
    ({ game, params }) => {
      const { sector, station } = game.station(params[0] ?? '');
      return {
        ...game.stationView(sector, station),
        sector: game.summary(sector),
        seenAt: iso(FAKE_NOW - 3 * HOUR),
      };
    },
  ],
  [
    'POST',
    /^\/trading\/quote$/,
    ({ game, body }) => {
      const { after: _after, ...quoted } = quoteOf(game, String(body['stationId']), body['lines'] as Line[]);
      return quoted;
    },
  ],
  [
    'POST',
    /^\/trading\/execute$/,
    ({ game, body }) => executeOf(game, String(body['stationId']), body['lines'] as Line[]),
  ],
  [
    'GET',
    /^\/trading\/history$/,
    ({ game }) => ({
      items: [
        {
          id: USER.id,
          at: iso(FAKE_NOW - HOUR),
          stationId: game.sector.station?.id ?? USER.id,
          stationName: 'Halden Exchange',
          sectorNumber: game.sector.number,
          side: 'sell',
          commodity: 'equipment',
          quantity: 20,
          net: 1780,
          profit: 360,
        },
      ],
      nextCursor: null,
    }),
  ],
  [
    'GET',
    /^\/trading\/known-prices$/,
    ({ game, query }) => ({ items: knownPricesOf(game, query.get('commodity')), unpriced: [] }),
  ],
  ['GET', /^\/trading\/alerts$/, () => ({ items: [] })],
  [
    'POST',
    /^\/trading\/routes$/,
    ({ game }) => ({
      at: iso(FAKE_NOW),
      routes: tradeRoutesOf(game),
      considered: 3,
      stopsAllowed: 2,
      cargo: 12,
      credits: 18_406,
    }),
  ],
  [
    'GET',
    /^\/chat\/sector\/recent$/,
    () => ({
      items: [
        {
          id: '00000000-0000-4000-8000-00000000c001',
          channel: 'sector',
          clientId: null,
          sender: { playerId: '00000000-0000-4000-8000-0000000000c1', name: 'Mara_K' },
          text: 'Anyone know who still buys equipment past the Border?',
          ts: iso(FAKE_NOW - 240_000),
        },
        {
          id: '00000000-0000-4000-8000-00000000c002',
          channel: 'sector',
          clientId: null,
          sender: { playerId: '00000000-0000-4000-8000-0000000000c2', name: 'odd_lantern' },
          text: '#312, but look at the hazard on the way.',
          ts: iso(FAKE_NOW - 90_000),
        },
      ],
    }),
  ],
];

export interface FakeAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** Answers one request below `/api/v1` from the fake game. */
export function answerFake(game: FakeGame, method: string, target: string, body: Body): FakeAnswer {
  const url = new URL(target, 'http://fake');
  for (const [verb, pattern, handler] of ROUTES) {
    const match = verb === method ? pattern.exec(url.pathname) : null;
    if (match === null) continue;
    try {
      const json = handler({ game, params: match.slice(1), query: url.searchParams, body });
      return { status: json === undefined ? 204 : 200, json };
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      return { status: error.status, json: problem(error.status, error.code, error.members) };
    }
  }
  return { status: 404, json: problem(404, 'not_found', {}) };
}

/** A refusal as the server words it. */
export const problem = (status: number, code: string, members: Body) => ({
  type: `https://sectorwars2102/errors/${code}`,
  title: code,
  status,
  detail: code,
  instance: '',
  code,
  requestId: '00000000-0000-4000-8000-00000000dead',
  ...members,
});
