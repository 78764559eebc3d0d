import { sha256, toHex, utf8 } from '../random/index.ts';
import type { JsonValue } from './canonical-json.ts';
import { canonicalJson } from './canonical-json.ts';
import type { RegionPlan } from './types.ts';

/** SHA-256 of the canonical JSON of the plan, in lower-case hexadecimal: stored with the region and re-checked. */
export function planHash(plan: RegionPlan): string {
  return toHex(sha256(utf8(canonicalJson(toJson(plan)))));
}

/** Interfaces have no index signature, so the compiler must be told that a plan is plain data. */
function toJson(plan: RegionPlan): JsonValue {
  return plan as unknown as JsonValue;
}
