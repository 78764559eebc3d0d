import type {
  CommodityCode,
  getCurrentSector,
  getPlayerState,
  getSettings,
  move,
  plot,
  WireReplyOf,
} from '@sw/contracts';
import type { FakeJob } from './fake-job.ts';
import type { FakeHold } from './fake-market.ts';
import { COMMODITIES, fakeQuoteLine, fakeRows } from './fake-market.ts';
import type { FakeSector, FakeStation, FakeWorld } from './fake-world.ts';
import { buildFakeWorld, homeOf } from './fake-world.ts';

type State = WireReplyOf<typeof getPlayerState>;
type Sector = WireReplyOf<typeof getCurrentSector>;
type Settings = WireReplyOf<typeof getSettings>['settings'];
type Route = WireReplyOf<typeof plot>;
type MoveReply = WireReplyOf<typeof move>;

/** The moment at which everything in the fake happens. */
export const FAKE_NOW = Date.parse('2102-11-20T14:03:00Z');

const ZONES = ['federation', 'border', 'frontier'] as const;
const SECURITY = ['protected', 'patrolled', 'open'] as const;
const TYPES = [
  'standard',
  'nebula',
  'asteroid_field',
  'radiation_zone',
  'black_hole',
  'star_cluster',
  'void',
] as const;
const PLAYER_ID = '00000000-0000-4000-8000-0000000000a1';
const SHIP_ID = '00000000-0000-4000-8000-0000000000b1';
const LANE_TURNS = 3;

const POOL = 1000;

const aboard = (quantity: number, avgCost: number) => ({ quantity, avgCost });

const iso = (ms: number): string => new Date(ms).toISOString();

/** A refusal of the fake server. */
export class FakeRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, members: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.members = members;
  }
}

const action = (id: string, cost: { turns?: number; credits?: number }, reason: string | null = null) => ({
  id,
  enabled: reason === null,
  reason,
  reasonParams: {},
  cost,
  limits: null,
  confirm: 'none' as const,
});

/** A game of one player in a fake galaxy: enough behaviour for screens to be used, none of the rules. */
export class FakeGame {
  readonly world: FakeWorld = buildFakeWorld();
  sector: FakeSector = homeOf(this.world);
  docked = false;
  turns = 847;
  credits = 18_406;
  rev = 8812;
  firstLogin: 'not_started' | 'completed' = 'completed';
  alerts: State['alerts'] = [];
  jobs: readonly FakeJob[] = [];
  readonly cargo = new Map<CommodityCode, { quantity: number; avgCost: number }>([
    ['equipment', aboard(30, 71)],
    ['fuel', aboard(8, 36)],
  ]);
  settings: Settings = {
    theme: 'cockpit',
    density: 'compact',
    textScale: 100,
    view: '3d',
    motion: 'system',
    singleKeys: true,
    keyHints: true,
    language: 'en',
    stopOn: [],
    minHullPct: 50,
    maxTurns: 0,
    maxTollTotal: 0,
    crossRegions: true,
    lowTurnWarning: 50,
    goalBar: 'shown',
    guide: 'off',
  };

  hold(): FakeHold {
    const used = [...this.cargo.values()].reduce((sum, { quantity }) => sum + quantity, 0);
    return { cargo: this.cargo, credits: this.credits, free: 50 - used };
  }

  turnsView() {
    return {
      turns: this.turns,
      cap: POOL,
      ratePerHourX100: 4167,
      multiplierBp: 10_000,
      nextTurnInMs: 60_000,
      fullAt: this.turns >= POOL ? null : iso(FAKE_NOW + ((POOL - this.turns) / 41.67) * 3_600_000),
    };
  }

  state(): State {
    const hold = this.hold();
    const done = this.firstLogin === 'completed';
    return {
      rev: this.rev,
      serverTime: iso(FAKE_NOW),
      player: {
        id: PLAYER_ID,
        callsign: done ? 'Okonjo_V' : null,
        rankLevel: 3,
        rankPoints: 412,
        reputationTier: 'lawful',
        personalReputation: 120,
        teamId: null,
        teamTag: null,
        firstLoginState: this.firstLogin,
        newcomerUntil: null,
        suspectUntil: null,
        wantedUntil: null,
        ariaTrustLevel: 0,
      },
      turns: this.turnsView(),
      credits: this.credits,
      ship: done
        ? {
            id: SHIP_ID,
            type: 'light_freighter',
            name: 'Patient Margin',
            registration: 'TS-2102-0417',
            hull: 368,
            maxHull: 400,
            shields: 300,
            maxShields: 300,
            conditionMilli: 941,
            fault: 'none',
            cargoUsed: 50 - hold.free,
            cargoCapacity: 50,
            drones: 2,
            droneBays: 2,
            turnsPerWarp: LANE_TURNS,
            towedType: null,
            isBound: true,
            isLoaner: false,
            version: 3,
          }
        : null,
      cargo: [...this.cargo].map(([commodity, row]) => ({ commodity, ...row })),
      location: done
        ? {
            regionName: 'terran-space',
            regionTitle: 'Terran Space',
            sectorId: this.sector.number,
            sectorNumber: this.sector.number,
            sectorName: this.sector.name,
            zone: ZONES[this.sector.zone],
            security: SECURITY[this.sector.zone],
            state: this.docked ? 'docked' : 'in_space',
            stationId: this.docked ? (this.sector.station?.id ?? null) : null,
            stationName: this.docked ? (this.sector.station?.name ?? null) : null,
            planetId: null,
            journeyId: null,
            autopilotUntil: null,
          }
        : null,
      chain: done ? this.chain() : null,
      alerts: this.alerts,
    };
  }

  chain(): NonNullable<State['chain']> {
    const target = this.stations().find(({ number }) => number !== this.sector.number) ?? this.sector;
    return {
      key: 'first_ship',
      step: 2,
      steps: 5,
      kind: 'sell',
      target: {
        commodity: 'organics',
        quantity: 20,
        progress: 8,
        need: 20,
        stationId: target.station?.id ?? null,
        stationName: target.station?.name ?? null,
        sectorId: target.number,
        sectorNumber: target.number,
      },
      reward: 500,
      done: [1],
      goal: { shipType: 'cargo_hauler', credits: this.credits, need: 50_000 },
    };
  }

  /** Known stations, the nearest first. */
  stations(): FakeSector[] {
    return this.world.sectors
      .filter(({ station, level }) => station !== null && level > 0)
      .sort((a, b) => this.route(a.number).length - this.route(b.number).length);
  }

  /** Sector numbers after the ship's own on the shortest known way; empty when there is none. */
  route(to: number): number[] {
    const before = new Map<number, number>([[this.sector.number, 0]]);
    const queue = [this.sector.number];
    for (const at of queue)
      for (const next of this.world.lanes.get(at) ?? [])
        if (!before.has(next) && this.world.byNumber(next).level > 0) {
          before.set(next, at);
          queue.push(next);
        }
    if (!before.has(to)) return [];
    const way: number[] = [];
    for (let at = to; at !== this.sector.number; at = before.get(at) ?? this.sector.number) way.unshift(at);
    return way;
  }

  cost(sector: FakeSector): number {
    return LANE_TURNS + (sector.type === 2 ? 1 : 0);
  }

  station(id: string): { readonly sector: FakeSector; readonly station: FakeStation } {
    const sector = this.world.sectors.find(({ station }) => station?.id === id);
    if (sector?.station == null) throw new FakeRefusal(404, 'not_found');
    return { sector, station: sector.station };
  }

  stationView(sector: FakeSector, station: FakeStation) {
    const here = sector.number === this.sector.number;
    return {
      id: station.id,
      name: station.name,
      sectorId: sector.number,
      stationClass: station.stationClass,
      facility: 'none' as const,
      tradeCode: station.code,
      faction: sector.zone === 0 ? 'Terran Federation' : 'Kestrel Combine',
      ownerName: null,
      tariffBp: 200,
      services: ['ship_repair', 'contract_board'],
      status: 'operational' as const,
      actions:
        here && !this.docked
          ? [action('dock', { turns: 1, credits: 10 }, this.turns < 1 ? 'insufficient_turns' : null)]
          : here
            ? [action('undock', {})]
            : [],
    };
  }

  summary(sector: FakeSector) {
    return {
      id: sector.number,
      number: sector.number,
      code: `T-${sector.number}`,
      name: sector.name,
      regionName: 'terran-space',
      zone: ZONES[sector.zone],
      security: SECURITY[sector.zone],
    };
  }

  warps(sector: FakeSector): NonNullable<Sector['warps']> {
    const ends = [
      ...(this.world.lanes.get(sector.number) ?? []).map((to) => ({ to, kind: 'lane' as const })),
      ...this.world.tunnels.flatMap(([a, b]) =>
        a === sector.number
          ? [{ to: b, kind: 'tunnel' as const }]
          : b === sector.number
            ? [{ to: a, kind: 'tunnel' as const }]
            : [],
      ),
    ];
    return ends.map(({ to, kind }) => {
      const end = this.world.byNumber(to);
      const level = Math.max(1, end.level) as 1 | 2 | 3;
      const bearing =
        Math.round((Math.atan2(end.y - sector.y, end.x - sector.x) * 180) / Math.PI + 360) % 360;
      const cost = this.cost(end) + (kind === 'tunnel' ? 1 : 0);
      return {
        warpId: sector.number * 1000 + to,
        to,
        number: to,
        code: `T-${to}`,
        regionName: 'terran-space',
        kind,
        cost,
        toll: 0,
        oneWay: level === 1 && to % 4 === 1,
        bearing,
        level,
        name: level > 1 ? end.name : null,
        type: level > 1 ? (TYPES[end.type] ?? 'standard') : null,
        hazard: level > 1 ? end.hazard : null,
        seenAt: level > 1 ? iso(FAKE_NOW - (to % 60) * 1_800_000) : null,
        station:
          level > 1 && end.station !== null
            ? {
                id: end.station.id,
                name: end.station.name,
                stationClass: end.station.stationClass,
                tradeCode: end.station.code,
              }
            : null,
        affordable: this.turns >= cost,
        blocked: null,
        actions: [action('move', { turns: cost }, this.docked ? 'must_undock' : null)],
      };
    });
  }

  sectorView(sector: FakeSector): Sector {
    const live = sector.number === this.sector.number;
    return {
      ...this.summary(sector),
      level: 3,
      live,
      seenAt: iso(FAKE_NOW - 3_600_000),
      x: sector.x,
      y: sector.y,
      z: 0,
      cluster: 'Kepler Reach',
      isProtected: false,
      type: TYPES[sector.type] ?? 'standard',
      hazard: sector.hazard,
      nebulaDensity: sector.type === 1 ? 60 : null,
      nebulaKind: sector.type === 1 ? 'azure' : null,
      effects: sector.type === 1 ? [{ key: 'scanner', amount: 1 }] : [],
      resources: 'none',
      stations: sector.station === null ? [] : [this.stationView(sector, sector.station)],
      planets:
        sector.number % 2 === 0 || sector.station !== null
          ? [
              {
                id: `00000000-0000-4000-8000-1${String(sector.number).padStart(11, '0')}`,
                name: 'Vesta II',
                type: 'terran',
                size: 6,
                habitability: 62,
                isHomeWorld: false,
              },
            ]
          : [],
      warps: this.warps(sector),
      contacts: live ? { items: this.contacts(), more: 0 } : null,
      adrift: live ? [] : null,
      actions: [],
    };
  }

  contacts(): NonNullable<Sector['contacts']>['items'] {
    const contact = (
      index: number,
      name: string,
      shipType: 'scout_ship' | 'cargo_hauler',
      state: 'in_space' | 'docked',
    ) => ({
      playerId: `00000000-0000-4000-8000-0000000000c${index}`,
      shipId: `00000000-0000-4000-8000-0000000000d${index}`,
      name,
      rank: 2,
      tier: 'neutral' as const,
      teamTag: index === 1 ? 'KIR' : null,
      shipType,
      shipName: 'Second Wind',
      state,
      online: index === 1,
      npc: null,
    });
    return [
      contact(1, 'Mara_K', 'scout_ship', 'in_space'),
      contact(2, 'odd_lantern', 'cargo_hauler', 'docked'),
    ];
  }

  market(id: string) {
    const { sector, station } = this.station(id);
    const isLive = this.docked && sector.number === this.sector.number;
    if (!isLive && sector.level < 3) throw new FakeRefusal(404, 'not_found');
    return {
      stationId: station.id,
      stationName: station.name,
      sectorId: sector.number,
      source: isLive ? ('live' as const) : ('visit' as const),
      asOf: iso(isLive ? FAKE_NOW : FAKE_NOW - 3 * 3_600_000),
      version: this.rev,
      tariffBp: 200,
      advantageBp: 255,
      advantageBreakdown: [{ source: 'rank', bp: 255 }],
      rows: fakeRows(station, this.hold(), isLive),
    };
  }

  quote(id: string, lines: readonly { side: 'buy' | 'sell'; commodity: CommodityCode; quantity: number }[]) {
    const { station } = this.station(id);
    if (!this.docked || this.sector.station?.id !== id) throw new FakeRefusal(409, 'not_docked');
    const cargo = new Map([...this.cargo].map(([key, row]) => [key, { ...row }]));
    let { credits, free } = this.hold();
    const quoted = lines.map((line) => {
      const answer = fakeQuoteLine(station, { cargo, credits, free }, line);
      if (answer === null) throw new FakeRefusal(409, 'commodity_not_traded', { commodity: line.commodity });
      credits = answer.creditsAfter;
      const held = cargo.get(line.commodity)?.quantity ?? 0;
      const sign = line.side === 'buy' ? 1 : -1;
      free -= sign * line.quantity;
      cargo.set(line.commodity, {
        quantity: held + sign * line.quantity,
        avgCost:
          line.side === 'buy'
            ? Math.round(answer.net / line.quantity)
            : (cargo.get(line.commodity)?.avgCost ?? 0),
      });
      return { ...answer, cargoAfter: 50 - free };
    });
    return {
      stationId: id,
      at: iso(FAKE_NOW),
      lines: quoted,
      net: credits - this.credits,
      creditsAfter: credits,
      cargoAfter: 50 - free,
      cargoCapacity: 50,
      advantageBreakdown: [],
      after: { credits, cargo },
    };
  }

  execute(
    id: string,
    lines: readonly {
      side: 'buy' | 'sell';
      commodity: CommodityCode;
      quantity: number;
      limitTotal: number;
    }[],
  ) {
    const { after, ...quoted } = this.quote(id, lines);
    const refused = quoted.lines.find(({ refusal }) => refusal !== null);
    if (refused?.refusal != null)
      throw new FakeRefusal(409, refused.refusal, { max: refused.maxQuantity.max });
    this.rev += 1;
    this.credits = after.credits;
    this.cargo.clear();
    for (const [key, row] of after.cargo) if (row.quantity > 0) this.cargo.set(key, row);
    return {
      rev: this.rev,
      stationId: id,
      lines: quoted.lines,
      transactionIds: [],
      net: quoted.net,
      credits: this.credits,
      cargo: [...this.cargo].map(([commodity, row]) => ({ commodity, ...row })),
      rankPointsAwarded: 1,
      promotedTo: null,
    };
  }

  knownPrices(commodity: string | null) {
    return this.stations()
      .filter(({ level }) => level === 3)
      .flatMap((sector) =>
        fakeRows(sector.station as FakeStation, this.hold(), false).map((row) => ({
          stationId: sector.station?.id ?? '',
          stationName: sector.station?.name ?? '',
          sectorId: sector.number,
          sectorNumber: sector.number,
          regionName: 'terran-space',
          commodity: row.commodity,
          side: row.side,
          ask: row.ask,
          bid: row.bid,
          stockTenths: row.stockTenths,
          asOf: iso(FAKE_NOW - (sector.number % 50) * 3_600_000),
          source: sector.zone === 0 ? ('public' as const) : ('visit' as const),
          turns: this.route(sector.number).reduce(
            (sum, number) => sum + this.cost(this.world.byNumber(number)),
            0,
          ),
          hops: this.route(sector.number).length,
        })),
      )
      .filter((price) => commodity === null || price.commodity === commodity);
  }

  /** One route: from here to the nearest known station that buys what this one sells. */
  tradeRoutes() {
    const known = this.knownPrices(null);
    const pair = known.flatMap((from) =>
      known
        .filter((to) => to.commodity === from.commodity && (to.bid ?? 0) > (from.ask ?? 1e9) && to.turns < 60)
        .map((to) => ({ from, to })),
    )[0];
    if (pair === undefined) return [];
    const { from, to } = pair;
    const quantity = 10;
    const [cost, income] = [quantity * (from.ask ?? 0), quantity * (to.bid ?? 0)];
    const leg = (price: typeof from, side: 'buy' | 'sell', expectedTotal: number) => ({
      stationId: price.stationId,
      stationName: price.stationName,
      sectorId: price.sectorId,
      sectorNumber: price.sectorNumber,
      regionName: price.regionName,
      turns: price.turns + 1,
      hops: price.hops,
      trades: [{ side, commodity: price.commodity, quantity, expectedTotal }],
    });
    const turns = from.turns + to.turns + 2;
    return [
      {
        legs: [leg(from, 'buy', cost), leg(to, 'sell', income)],
        turns,
        hops: from.hops + to.hops,
        profit: income - cost,
        profitPerTurnX100: Math.floor(((income - cost) * 100) / turns),
        asOf: iso(FAKE_NOW - 3_600_000),
        confidenceBp: 9_600,
        risk: 'low' as const,
      },
    ];
  }

  plot(to: number, objective: string, compare: string | null): Route {
    const routeId = '00000000-0000-4000-8000-0000000000e1';
    return {
      routeId,
      ...this.course(to, objective),
      other: compare === null ? null : this.course(to, compare),
    };
  }

  private course(to: number, objective: string): NonNullable<Route['other']> {
    const way = this.route(to);
    if (way.length === 0) throw new FakeRefusal(409, 'no_route');
    const hops = way.map((number) => {
      const sector = this.world.byNumber(number);
      return {
        to: number,
        number,
        regionName: 'terran-space',
        name: sector.level > 1 ? sector.name : null,
        warpId: number,
        kind: 'lane' as const,
        cost: this.cost(sector) + (objective === 'safe' ? 1 : 0),
        toll: 0,
        hazard: sector.level > 1 ? sector.hazard : null,
        knownLevel: Math.max(1, sector.level) as 1 | 2 | 3,
      };
    });
    const totalTurns = hops.reduce((sum, { cost }) => sum + cost, 0);
    return {
      hops,
      totalTurns,
      totalHops: hops.length,
      totalToll: 0,
      risk: 'low',
      affordableHops: hops.length,
      etaFull: iso(FAKE_NOW),
    };
  }

  move(to: number): MoveReply {
    if (this.docked) throw new FakeRefusal(409, 'must_undock');
    const warp = this.warps(this.sector).find((option) => option.to === to);
    if (warp === undefined) throw new FakeRefusal(409, 'no_warp');
    if (this.turns < warp.cost)
      throw new FakeRefusal(409, 'insufficient_turns', { need: warp.cost, have: this.turns });
    const from = this.sector.number;
    this.turns -= warp.cost;
    this.rev += 1;
    this.sector = this.world.byNumber(to);
    this.sector.level = 3;
    return {
      rev: this.rev,
      sector: this.summary(this.sector),
      warp: { id: warp.warpId, kind: warp.kind, from, to },
      turns: { spent: warp.cost, left: this.turns },
      toll: 0,
      hull: { before: 368, after: 368, shields: 300 },
      events: [],
      discovered: {
        sector: false,
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
  }

  chart() {
    const known = this.world.sectors.filter(({ level }) => level > 0);
    const numbers = new Set(known.map(({ number }) => number));
    const edges = known.flatMap(({ number, level }) =>
      (this.world.lanes.get(number) ?? [])
        .filter((to) => (numbers.has(to) ? number < to : level === 3))
        .flatMap((to) => [number, to, 0, 0]),
    );
    const digit: Readonly<Record<string, number>> = { B: 1, S: 2, X: 3, '-': 0 };
    return {
      version: `v${this.rev}`,
      region: { name: 'terran-space', code: 'T', title: 'Terran Space', sectorCount: 500 },
      n: known.map(({ number }) => number),
      id0: 1,
      x: known.map(({ x }) => x),
      y: known.map(({ y }) => y),
      z: known.map(() => 0),
      level: known.map(({ level }) => level),
      type: known.map(({ level, type }) => (level > 1 ? type : 255)),
      zone: known.map(({ zone }) => zone),
      cluster: known.map(() => 0),
      flags: known.map(({ station, level }) => (station !== null && level > 1 ? 1 : 0)),
      seenAt: known.map(({ number, level }) =>
        level > 1 ? Math.floor(FAKE_NOW / 3_600_000) - (number % 60) : 0,
      ),
      tradeCode: known.map(({ station, level }) =>
        station !== null && level > 1
          ? [...station.code].reduce((sum, letter) => sum * 4 + (digit[letter] ?? 0), 0)
          : -1,
      ),
      names: Object.fromEntries(
        known.filter(({ level }) => level > 1).map(({ number, name }) => [String(number), name]),
      ),
      edges: [
        ...edges,
        ...this.world.tunnels
          .filter(([a, b]) => numbers.has(a) && numbers.has(b))
          .flatMap(([a, b]) => [a, b, 1, 0]),
      ],
      clusters: [{ index: 0, name: 'Kepler Reach', x: 700, y: 500, z: 0 }],
      nebulae: [],
    };
  }

  rules() {
    return {
      hash: 'fake',
      commodities: COMMODITIES.map(({ key, lo, hi }) => ({ key, lo, hi })),
      ranks: ['Recruit', 'Spacer', 'Corporal', 'Ensign'].map((name, level) => ({ level, name })),
      shipTypes: [{ type: 'light_freighter', cargoCapacity: 50, hull: 400, shields: 300, turnsPerWarp: 3 }],
    };
  }
}
