import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { FleetShip } from './fleet-types.ts';

/** Refuses what a ship does in open space to whoever is not there in one: `ship_is_pod`, `must_undock`, `must_lift_off`. */
export function checkOpenSpace({ build, status }: Pick<FleetShip, 'build' | 'status'>): Refusal | null {
  if (build.type === 'escape_pod') {
    return refuse('ship_is_pod');
  }
  if (status === 'docked') {
    return refuse('must_undock');
  }
  return status === 'landed' ? refuse('must_lift_off') : null;
}
