import { describe, expect, it } from 'vitest';
import type { RandomStream } from '../random/index.ts';
import { createStream } from '../random/index.ts';
import {
  buildMoveContext,
  buildMoveState,
  buildMovingShip,
  buildTarget,
  buildWarpOption,
} from '../testing/build-move.ts';
import { NOON } from '../testing/build-trade.ts';
import { applyMove } from './apply.ts';
import { checkMove } from './check.ts';
import type { MoveCommand, MoveState, MovingShip } from './move-types.ts';
import { sectorEffects } from './sector-effects.ts';

const ctx = buildMoveContext();
const command: MoveCommand = { to: 2 };
const storm = { status: 'disrupted', disruptedUntilMs: NOON + 60_000 } as const;
const gate = { id: 11, kind: 'gate', toll: 50n } as const;

function rolling(value: number): RandomStream {
  return { ...createStream('move', 'fault'), roll: () => value };
}

describe('checkMove', () => {
  it('lets a ship fly', () => {
    expect(checkMove(buildMoveState(), command, ctx)).toBeNull();
  });

  it.each<[string, Partial<MoveState>, Partial<MoveCommand>, string, object]>([
    ['no ship', { ship: null }, {}, 'ship_cannot_move', { why: 'no_ship' }],
    [
      'destroyed',
      { ship: buildMovingShip({ status: 'destroyed' }) },
      {},
      'ship_cannot_move',
      { why: 'destroyed' },
    ],
    ['towed', { ship: buildMovingShip({ isTowed: true }) }, {}, 'ship_cannot_move', { why: 'towed' }],
    [
      'building',
      { ship: buildMovingShip({ isBuildingGate: true }) },
      {},
      'ship_cannot_move',
      { why: 'building_gate' },
    ],
    ['docked', { ship: buildMovingShip({ status: 'docked' }) }, {}, 'must_undock', {}],
    ['landed', { ship: buildMovingShip({ status: 'landed' }) }, {}, 'must_lift_off', {}],
    ['fighting', { lastEngagementAtMs: NOON - 4_999 }, {}, 'in_combat', { until: NOON + 1 }],
    ['in transit', { isInTransit: true }, {}, 'in_transit', {}],
    ['unknown target', { target: null }, {}, 'not_found', {}],
    ['same sector', {}, { to: 1 }, 'already_there', {}],
    ['no warp', { warps: [] }, {}, 'no_warp', {}],
    ['another warp named', {}, { warpId: 99 }, 'no_warp', {}],
    ['destroyed warp', { warps: [buildWarpOption({ status: 'destroyed' })] }, {}, 'no_warp', {}],
    ['storm', { warps: [buildWarpOption(storm)] }, {}, 'warp_disrupted', { until: NOON + 60_000 }],
    ['gate closed', { warps: [buildWarpOption({ ...gate, isAdmitted: false })] }, {}, 'gate_denied', {}],
    ['toll never a surprise', { warps: [buildWarpOption(gate)] }, {}, 'toll_changed', { toll: 50n }],
    [
      'toll not payable',
      { warps: [buildWarpOption(gate)], credits: 49n },
      { maxToll: 50n },
      'insufficient_credits',
      { need: 50n, have: 49n },
    ],
    [
      'region closed',
      { warps: [buildWarpOption({ kind: 'nexus_link' })], ingress: 'closed' },
      {},
      'region_closed',
      {},
    ],
    [
      'region banned',
      { warps: [buildWarpOption({ kind: 'nexus_link' })], ingress: 'banned' },
      {},
      'region_banned',
      {},
    ],
    [
      'region away',
      { warps: [buildWarpOption({ kind: 'nexus_link' })], ingress: 'unavailable' },
      {},
      'region_unavailable',
      {},
    ],
    ['dearer than allowed', {}, { maxCost: 2 }, 'cost_changed', { cost: 3 }],
    [
      'out of turns',
      { turns: { turns: 2, anchorMs: NOON, frac: 0 } },
      {},
      'insufficient_turns',
      { need: 3, have: 2, availableAt: NOON + 86_400 },
    ],
  ])('%s', (_name, overrides, change, code, details) => {
    expect(checkMove(buildMoveState(overrides), { ...command, ...change }, ctx)).toEqual({ code, details });
  });

  it('checks in the order of world 8.1', () => {
    const broken: Partial<MoveState>[] = [
      { turns: { turns: 0, anchorMs: NOON, frac: 0 } },
      { warps: [buildWarpOption({ kind: 'nexus_link', toll: 0n })], ingress: 'closed' },
      { warps: [buildWarpOption({ kind: 'nexus_link', toll: 9n })] },
      { warps: [] },
      { target: null },
      { isInTransit: true },
      { lastEngagementAtMs: NOON },
      { ship: buildMovingShip({ status: 'docked' }) },
      { ship: null },
    ];
    const codes: (string | undefined)[] = [];
    let state = buildMoveState();
    for (const change of broken) {
      state = { ...state, ...change };
      codes.push(checkMove(state, { to: 2, maxCost: 100 }, ctx)?.code);
    }
    expect(codes).toEqual([
      'insufficient_turns',
      'region_closed',
      'toll_changed',
      'no_warp',
      'not_found',
      'in_transit',
      'in_combat',
      'must_undock',
      'ship_cannot_move',
    ]);
  });

  it('ignores the ingress of other warps', () => {
    expect(checkMove(buildMoveState({ ingress: 'closed' }), command, ctx)).toBeNull();
  });

  it('counts regenerated turns and lets short waits end', () => {
    const rested = buildMoveState({ turns: { turns: 2, anchorMs: NOON - 86_400, frac: 0 } });
    expect(checkMove(rested, command, ctx)).toBeNull();
    expect(checkMove(buildMoveState({ lastEngagementAtMs: NOON - 5_000 }), command, ctx)).toBeNull();
  });
});

describe('several warps to one target', () => {
  const tunnel = buildWarpOption({ id: 12, kind: 'tunnel', extraCost: 3 });
  const free = buildWarpOption({ id: 13, kind: 'gate' });
  const tolled = buildWarpOption({ id: 9, kind: 'gate', toll: 5n });

  it.each([
    ['the cheapest', [tunnel, buildWarpOption(), free], 13],
    ['without toll first', [tolled, free], 13],
    [
      'a lane before a tunnel at the same cost',
      [buildWarpOption({ ...tunnel, extraCost: 0 }), buildWarpOption()],
      10,
    ],
    ['the lowest id last', [buildWarpOption({ id: 21 }), buildWarpOption({ id: 20 })], 20],
    ['an active one before a cheaper one in a storm', [buildWarpOption({ ...free, ...storm }), tunnel], 12],
  ])('takes %s', (_name, warps, expected) => {
    expect(applyMove(buildMoveState({ warps }), command, ctx).warp.id).toBe(expected);
  });

  it('takes the named one', () => {
    const warps = [buildWarpOption(), tunnel];
    expect(applyMove(buildMoveState({ warps }), { to: 2, warpId: 12 }, ctx)).toMatchObject({ cost: 6 });
  });
});

describe('applyMove', () => {
  it('moves the ship and tells what becomes known', () => {
    const outcome = applyMove(buildMoveState(), command, ctx);
    expect(outcome).toMatchObject({
      cost: 3,
      toll: 0n,
      turns: { turns: 97, anchorMs: NOON, frac: 0 },
      credits: 1_000n,
      legs: [],
      ship: { sectorId: 2, hull: 400, shields: 300, fault: 'none' },
      hazardTaken: 0,
      visited: 2,
      charted: [1, 3],
      events: [{ type: 'player.moved', from: 1, to: 2, turns: 97 }],
    });
  });

  it('pays tolls of gates to the till and of links to the region', () => {
    const byGate = applyMove(
      buildMoveState({ warps: [buildWarpOption(gate)] }),
      { to: 2, maxToll: 50n },
      ctx,
    );
    expect(byGate).toMatchObject({ cost: 1, credits: 950n });
    expect(byGate.legs).toEqual([{ from: 'wallet', to: 'gate', amount: 50n, reason: 'gate_toll' }]);
    const link = buildWarpOption({ kind: 'nexus_link', toll: 20n });
    const byLink = applyMove(buildMoveState({ warps: [link] }), { to: 2, maxToll: 20n }, ctx);
    expect(byLink.legs).toEqual([{ from: 'wallet', to: 'region', amount: 20n, reason: 'link_toll' }]);
  });

  it('settles shields before the hazard strikes', () => {
    const state = buildMoveState({
      ship: buildMovingShip({ shields: 0, shieldsAtMs: NOON - 60_000 }),
      target: buildTarget({ type: 'radiation_zone', hazard: 8 }),
    });
    const outcome = applyMove(state, command, ctx);
    expect(outcome).toMatchObject({ shieldsBefore: 10, hullBefore: 400, hazardTaken: 16 });
    expect(outcome.ship).toMatchObject({ shields: 0, hull: 394 });
    expect(outcome.events[1]).toEqual({
      type: 'player.hazard',
      cause: 'hazard',
      damage: 16,
      hull: 394,
      shields: 0,
    });
  });

  it('gains no shields for the time in a radiation zone', () => {
    const state = buildMoveState({
      ship: buildMovingShip({ shields: 0, shieldsAtMs: NOON - 600_000 }),
      here: { type: 'radiation_zone', hazard: 6, nebulaDensity: 0 },
    });
    expect(applyMove(state, command, ctx).ship.shields).toBe(0);
  });

  it('rolls the wear of a neglected ship', () => {
    const neglected = buildMovingShip({ conditionMilli: 5_000 });
    const outcome = applyMove(
      buildMoveState({ ship: neglected }),
      command,
      buildMoveContext({ random: rolling(0) }),
    );
    expect(outcome.cost).toBe(4);
    expect(outcome.ship).toMatchObject({ fault: 'engine', hull: 360 });
    expect(outcome.events[1]).toMatchObject({ cause: 'fault', damage: 40, hull: 360 });
    const lucky = applyMove(
      buildMoveState({ ship: neglected }),
      command,
      buildMoveContext({ random: rolling(999) }),
    );
    expect(lucky.ship).toMatchObject({ fault: 'none', hull: 400 });
  });

  it('is halved for a ship with hazard shielding, as its effects say', () => {
    const target = buildTarget({ type: 'radiation_zone', hazard: 8 });
    const shielded = buildMovingShip({ equipment: ['hazard_shielding'] });
    const taken = (ship: MovingShip) =>
      applyMove(buildMoveState({ ship, target }), { to: 2 }, buildMoveContext()).hazardTaken;
    expect([taken(buildMovingShip()), taken(shielded)]).toEqual([16, 8]);
    expect(sectorEffects(target, shielded, 0, 2)).toContainEqual({ key: 'hazard', amount: 8 });
  });

  it('never destroys by wear or hazard', () => {
    const wreck = buildMovingShip({ conditionMilli: 0, hull: 3, shields: 0 });
    const state = buildMoveState({ ship: wreck, target: buildTarget({ type: 'black_hole', hazard: 10 }) });
    expect(applyMove(state, command, buildMoveContext({ random: rolling(0) })).ship.hull).toBe(1);
  });

  it('lets pods pass unharmed and without a roll', () => {
    const pod = buildMovingShip({ type: 'escape_pod', conditionMilli: 0, hull: 150, shields: 100 });
    const state = buildMoveState({ ship: pod, target: buildTarget({ type: 'black_hole', hazard: 10 }) });
    const outcome = applyMove(state, command, buildMoveContext({ random: rolling(0) }));
    expect(outcome).toMatchObject({ hazardTaken: 0, ship: { hull: 150, shields: 100, fault: 'none' } });
  });

  it('throws on a move that was refused', () => {
    expect(() => applyMove(buildMoveState({ warps: [] }), command, ctx)).toThrow('no_warp');
  });
});

describe('automatic maintenance', () => {
  const ship = buildMovingShip({ equipment: ['auto_maintenance'], conditionMilli: 20_000, fault: 'engine' });

  it('uses one kit below 65 % before the ship wears on', () => {
    const outcome = applyMove(buildMoveState({ ship, kits: 2 }), command, ctx);
    expect(outcome).toMatchObject({ kitsUsed: 1, ship: { conditionMilli: 45_000, fault: 'none' } });
  });

  it.each([
    ['no kit', { ship, kits: 0 }],
    ['no module', { ship: buildMovingShip({ conditionMilli: 60_000 }), kits: 2 }],
    ['no need', { ship: { ...ship, conditionMilli: 65_000 }, kits: 2 }],
  ])('leaves kits alone with %s', (_case, state) => {
    expect(applyMove(buildMoveState(state), command, ctx).kitsUsed).toBe(0);
  });
});
