import { cargoFree, loadCargo } from '../economy/cargo.ts';
import type { CargoHold } from '../economy/types.ts';
import { leg } from '../ledger/legs.ts';
import { CORE_DENSITY } from '../navigation/constants.ts';
import type { RandomStream } from '../random/index.ts';
import { spendTurns } from '../turns/apply.ts';
import { settleTurns } from '../turns/settle.ts';
import { harvestCost, harvestKindOf } from './check.ts';
import {
  CRYSTAL_PERCENT,
  NEBULA_COOLDOWN_MS,
  NEBULA_CRITICAL_PERCENT,
  NEBULA_FEE,
  NEBULA_SHARDS,
  PRISMATIC_PERCENT,
} from './constants.ts';
import { settleReserve } from './reserve.ts';
import type { HarvestOutcome, HarvestState } from './types.ts';

/** Ore of one harvest before reserve and hold limit it: ceil(richness × (2 + d3) × laser % / 1000), d3 = 1..3. */
export function asteroidYield(richness: number, d3: number, laserPercent: number): number {
  return Math.ceil((richness * (2 + d3) * laserPercent) / 1_000);
}

/**
 * Harvests (rule book, world 3.3): ore as far as reserve and hold go, or shards of a nebula, and what chance adds.
 * Assumes `checkHarvest` passed on the same arguments and throws otherwise.
 */
export function applyHarvest(state: HarvestState, random: RandomStream, nowMs: number): HarvestOutcome {
  const kind = harvestKindOf(state);
  if (kind === null) {
    throw new Error('harvest applied where there is nothing');
  }
  const cost = harvestCost(kind);
  const settled = settleTurns(state.turns, nowMs, state.turnCap, state.turnMultiplierBp);
  const common = { kind, cost, turns: spendTurns(settled, cost) };
  return kind === 'asteroid'
    ? { ...common, ...harvestAsteroid(state, random, nowMs) }
    : { ...common, ...harvestNebula(state, random, nowMs) };
}

type Harvested = Omit<HarvestOutcome, 'kind' | 'cost' | 'turns'>;

function harvestAsteroid(state: HarvestState, random: RandomStream, nowMs: number): Harvested {
  const reserve = settleReserve(state.reserve, nowMs);
  const free = cargoFree(state.hold);
  const drawn = asteroidYield(state.richness, 1 + random.roll(3), state.laserPercent);
  const ore = Math.min(drawn, reserve.amount, free);
  const hasMetal = random.roll(100) < state.richness && free > ore;
  const isOpen = state.zone !== 'federation' && state.zone !== 'border';
  const hasPrism = isOpen && random.roll(100) < PRISMATIC_PERCENT;
  return {
    fee: 0n,
    legs: [],
    ore,
    preciousMetals: hasMetal ? 1 : 0,
    items: hasPrism ? [{ item: 'prismatic_ore', quantity: 1 }] : [],
    isCritical: false,
    hold: stow(stow(state.hold, 'ore', ore), 'precious_metals', hasMetal ? 1 : 0),
    reserve: { ...reserve, amount: reserve.amount - ore },
    cooldownUntilMs: null,
  };
}

function harvestNebula(state: HarvestState, random: RandomStream, nowMs: number): Harvested {
  const { min, max, critical } = NEBULA_SHARDS[state.nebulaKind ?? ''] ?? { min: 0, max: 0, critical: 1 };
  const isCore = state.here.nebulaDensity >= CORE_DENSITY;
  const drawn = min + random.roll(max - min + 1);
  const isCritical = random.roll(100) < NEBULA_CRITICAL_PERCENT;
  const inPlace = isCore ? drawn : Math.floor(drawn / 2);
  const shards = inPlace * (isCritical ? critical : 1);
  const hasCrystal = isCore && random.roll(100) < CRYSTAL_PERCENT;
  return {
    fee: NEBULA_FEE,
    legs: leg('wallet', 'BURN', NEBULA_FEE, 'harvest_fee'),
    ore: 0,
    preciousMetals: 0,
    items: [
      ...(shards > 0 ? [{ item: 'quantum_shard' as const, quantity: shards }] : []),
      ...(hasCrystal ? [{ item: 'photonic_crystals' as const, quantity: 1 }] : []),
    ],
    isCritical: isCritical && shards > 0,
    hold: state.hold,
    reserve: null,
    cooldownUntilMs: nowMs + NEBULA_COOLDOWN_MS,
  };
}

function stow(hold: CargoHold, kind: string, quantity: number): CargoHold {
  return quantity === 0 ? hold : loadCargo(hold, kind, quantity, 0n);
}
