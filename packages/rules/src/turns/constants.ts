/** Turns a player starts with (rule book, world 6.1). */
export const START_TURNS = 1000;

/** The cap before the rank bonus. */
export const BASE_TURN_CAP = 1000;

/** One turn in the unit of `frac`: 1000 turns a day at a multiplier of 10,000 bp. */
export const TURN_UNIT = 864_000_000;

export const MIN_TURN_MULTIPLIER_BP = 10_000;
export const MAX_TURN_MULTIPLIER_BP = 15_000;

/** Regeneration by ARIA trust level 1–5, in basis points. */
export const ARIA_TRUST_MULTIPLIER_BP: readonly number[] = [10_000, 10_500, 11_000, 12_000, 13_000];

/** The most that medals may add to the regeneration multiplier. */
export const MAX_MEDAL_TURN_BP = 500;

/** Welcome back: 50 turns a full day of absence, at most 500, for absences longer than 7 days. */
export const WELCOME_BACK_AFTER_MS = 7 * 86_400_000;
export const WELCOME_BACK_PER_DAY = 50;
export const WELCOME_BACK_MAX = 500;

/** What actions cost in turns (rule book, README 6); warps by hull are priced in navigation. Unlisted actions are free. */
export const TURN_COSTS = {
  gate_transit: 1,
  nexus_link: 5,
  dock: 1,
  undock: 0,
  land: 1,
  lift_off: 0,
  scan_adjacent: 2,
  scan_deep: 5,
  quantum_scan: 5,
  quantum_jump: 50,
  harvest_asteroid: 4,
  harvest_nebula: 8,
  gate_foundation: 50,
  gate_activation: 100,
  emergency_recall: 75,
  planet_survey: 1,
  planet_claim: 5,
  planet_reclaim: 5,
  genesis_deploy: 10,
  attack_drones: 5,
  attack_planet: 20,
  attack_station: 30,
  attack_gate: 75,
  fleet_attack: 15,
  deploy_drones: 1,
  recall_drones: 1,
  lay_mines: 1,
  sweep_mines: 2,
  claim_derelict: 10,
  maintenance_kit: 5,
  pod_rescue: 20,
  assist_pod: 5,
  siege_declare: 10,
  siege_maintain: 10,
  raid: 5,
  invasion: 20,
} as const;

/** Extra turns a warp by size of the towed hull; capital hulls cannot be towed. */
export const TOW_SURCHARGES = { tiny: 2, small: 4, medium: 6, large: 10 } as const;
