import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { HarvestOutcome, HarvestState } from '@sw/rules';
import {
  applyHarvest,
  cargoUsed,
  checkHarvest,
  miningLaserPercent,
  PERSONAL_ITEMS,
  resolveLegs,
  streamFromState,
  walletOf,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { findReadOnlyFlag } from '../../ledger/read-only.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { CargoRow, PlayerRow, ShipRow } from '../player/index.ts';
import {
  buildOf,
  findCargo,
  holdOf,
  lockActiveShip,
  lockPlayer,
  presentCargo,
  presentTurns,
  settledTurnsOf,
  writeCargo,
  writeTurns,
} from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import type { CooldownRow } from './cooldowns.repository.ts';
import { findCooldowns, untilOf, writeCooldown } from './cooldowns.repository.ts';
import type { ReserveRow } from './harvest.repository.ts';
import { addItems, findItems, lockReserve, writeReserve } from './harvest.repository.ts';

type Harvest = (typeof PLAYER_ENDPOINTS)['harvest'];

/** What a harvest is decided on, as read. */
export interface HarvestRows {
  readonly player: PlayerRow;
  readonly ship: ShipRow;
  readonly cargo: readonly CargoRow[];
  readonly reserve: ReserveRow | undefined;
  readonly cooldowns: readonly CooldownRow[];
  readonly credits: bigint;
}

/** The rows as the rules want them. */
export const harvestStateOf = (rows: HarvestRows, here: AtlasSector, nowMs: number): HarvestState => {
  const { player, ship } = rows;
  const turns = settledTurnsOf(player, nowMs);
  const build = buildOf(ship);
  return {
    status: ship.status,
    lastEngagementAtMs: ship.lastCombatAt?.getTime() ?? null,
    here,
    zone: here.zone.kind,
    richness: here.richness,
    reserve: {
      max: rows.reserve?.max ?? 0,
      amount: rows.reserve?.amount ?? null,
      hour: rows.reserve?.hour ?? null,
    },
    nebulaKind: here.type === 'nebula' ? here.cluster.nebulaKind : null,
    hold: holdOf(ship, rows.cargo),
    laserPercent: miningLaserPercent(build),
    hasQuantumHarvester: build.equipment.includes('quantum_harvester'),
    cooldownUntilMs: untilOf(rows.cooldowns, 'nebula_harvest'),
    credits: rows.credits,
    turns: turns.before,
    turnCap: turns.cap,
    turnMultiplierBp: turns.multiplierBp,
  };
};

/** Mines or gathers where the ship is (rule book, world 3.3); of two who want the last units the lock decides. */
export const harvestHere = (deps: Deps, context: RequestContext<Harvest>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { caller, nowMs } = context;
    const { sql } = command;
    const wallet = walletOf(caller.playerId);
    const [players, ships, reserves, cargo, items, cooldowns, flags, balanceRows] = await command.load(
      lockPlayer(sql, caller.playerId),
      lockActiveShip(sql, caller.playerId),
      lockReserve(sql, caller.playerId),
      findCargo(sql, caller.playerId),
      findItems(sql, caller.playerId),
      findCooldowns(sql, caller.playerId),
      findReadOnlyFlag(sql),
      lockBalances(sql, [wallet]),
    );
    const [player] = players;
    const [ship] = ships;
    const here = ship === undefined ? undefined : deps.atlas().sector(ship.sectorId);
    if (player === undefined || ship === undefined || here === undefined) throw new AppError('not_found');
    const balances = balancesOf(balanceRows);
    const credits = balances.get(wallet) ?? 0n;
    const state = harvestStateOf(
      { player, ship, cargo, reserve: reserves[0], cooldowns, credits },
      here,
      nowMs,
    );
    assertAllowed(checkHarvest(state, nowMs));
    const outcome = applyHarvest(state, streamFromState(deps.random(16)), nowMs);
    if (flags[0]?.isReadOnly === true && outcome.legs.length > 0) throw new AppError('economy_read_only');

    const rev = Number(player.rev) + 1;
    const turns = settledTurnsOf(player, nowMs);
    const left = credits - outcome.fee;
    const rows = presentCargo(outcome.hold.items);
    deps.metrics.economy.turnsSpent.inc({ action: 'harvest' }, outcome.cost);
    return command.save({
      writes: [
        ...writeTurns(sql, {
          playerId: player.id,
          before: turns.before,
          after: outcome.turns,
          spent: outcome.cost,
          reason: `harvest_${outcome.kind}`,
          refType: 'sector',
          refId: String(here.id),
          regionId: here.region.id,
          nowMs,
        }),
        ...writeCargo(
          sql,
          ship.id,
          outcome.hold,
          goodsOf(outcome).map(({ commodity }) => commodity),
          cargoUsed(outcome.hold),
        ),
        ...(outcome.items.length === 0 ? [] : [addItems(sql, player.id, outcome.items)]),
        ...(outcome.reserve === null ? [] : [writeReserve(sql, here.id, outcome.reserve)]),
        ...(outcome.cooldownUntilMs === null
          ? []
          : [writeCooldown(sql, player.id, 'nebula_harvest', outcome.cooldownUntilMs)]),
        ...postTransfers(sql, resolveLegs(outcome.legs, { playerId: player.id }), balances, {
          nowMs,
          playerId: player.id,
          regionId: here.region.id,
          refType: 'sector',
          refId: String(here.id),
        }),
      ],
      events: [
        event(playerChannel(player.id), 'player.state_changed', {
          rev,
          turns: presentTurns({ ...turns, state: outcome.turns }),
          cargo: rows,
          ...(outcome.fee === 0n ? {} : { credits: left }),
        }),
        event(playerChannel(player.id), 'sector.updated', { sectorId: here.id, parts: ['actions'] }),
      ],
      reply: {
        rev,
        sectorId: here.id,
        kind: outcome.kind,
        turns: { spent: outcome.cost, left: outcome.turns.turns },
        fee: outcome.fee,
        goods: goodsOf(outcome),
        items: [...outcome.items],
        inventory: inventoryAfter(items, outcome),
        isCritical: outcome.isCritical,
        isDepleted: outcome.reserve?.amount === 0,
        cargo: rows,
        credits: left,
        nextAt: outcome.cooldownUntilMs === null ? null : new Date(outcome.cooldownUntilMs).toISOString(),
      },
    });
  });

const goodsOf = ({ ore, preciousMetals }: HarvestOutcome) =>
  [
    { commodity: 'ore' as const, quantity: ore },
    { commodity: 'precious_metals' as const, quantity: preciousMetals },
  ].filter(({ quantity }) => quantity > 0);

const inventoryAfter = (
  items: Awaited<ReturnType<typeof findItems>>,
  { items: found }: HarvestOutcome,
): HarvestOutcome['items'][number][] =>
  PERSONAL_ITEMS.map((item) => ({
    item,
    quantity: [...items, ...found].reduce((sum, row) => sum + (row.item === item ? row.quantity : 0), 0),
  })).filter(({ quantity }) => quantity > 0);
