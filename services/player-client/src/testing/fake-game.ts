import type {
  CommodityCode,
  getCurrentSector,
  getPlayerState,
  getSettings,
  WireReplyOf,
} from '@sw/contracts';
import type { FakeJob } from './fake-job.ts';
import type { FakeHold } from './fake-market.ts';
import { COMMODITIES } from './fake-market.ts';
import { FAKE_NOW, iso } from './fake-moment.ts';
import { FakeRefusal } from './fake-refusal.ts';
import type { FakeSector, FakeStation, FakeWorld } from './fake-world.ts';
import { buildFakeWorld, homeOf } from './fake-world.ts';

type State = WireReplyOf<typeof getPlayerState>;
type Sector = WireReplyOf<typeof getCurrentSector>;
type Settings = WireReplyOf<typeof getSettings>['settings'];

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
  /** A third contact sits in a pod; why it may not be assisted, where it may not. */
  castaway: { readonly reason: string | null } | null = null;
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
    acceptRescue: true,
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
      isSuspect: index === 3,
      teamTag: index === 1 ? 'KIR' : null,
      shipType,
      shipName: 'Second Wind',
      state,
      online: index === 1,
      npc: null,
      actions: [],
    });
    return [
      contact(1, 'Mara_K', 'scout_ship', 'in_space'),
      contact(2, 'odd_lantern', 'cargo_hauler', 'docked'),
      ...(this.castaway === null
        ? []
        : [
            {
              ...contact(3, 'Driftwood', 'scout_ship', 'in_space'),
              shipType: 'escape_pod' as const,
              actions: [action('assist_pod', { turns: 5 }, this.castaway.reason)],
            },
          ]),
    ];
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
