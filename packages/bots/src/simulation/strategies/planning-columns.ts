import type { Beliefs } from '../players/beliefs.ts';
import { noBeliefs } from '../players/beliefs.ts';
import type { SimSetting } from '../players/setting.ts';

const scratch = new WeakMap<SimSetting, Beliefs>();

/** Columns to plan in, one set for each simulation. */
export function beliefsOf(setting: SimSetting): Beliefs {
  const known = scratch.get(setting);
  if (known !== undefined) return known;
  const made = noBeliefs(setting.world.markets.length);
  scratch.set(setting, made);
  return made;
}
