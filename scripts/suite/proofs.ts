/** How often each of the long proofs tries. */
export interface ProofCounts {
  /** Galaxies of Terran Space that must hold every invariant. */
  readonly terran: number;
  /** The same for the Nexus, which is far larger. */
  readonly nexus: number;
  /** How often a server, its database or both are killed while players play. */
  readonly kills: number;
  /** Calls of the contract fuzz. */
  readonly fuzz: number;
}

/** What a change must stand in continuous integration. */
export const CI_COUNTS: ProofCounts = { terran: 200, nexus: 10, kills: 50, fuzz: 5_000 };

/** What somebody waits for at a desk. */
export const LOCAL_COUNTS: ProofCounts = { terran: 40, nexus: 3, kills: 6, fuzz: 600 };

const VARIABLES: readonly (readonly [keyof ProofCounts, string])[] = [
  ['terran', 'SW_TERRAN_SEEDS'],
  ['nexus', 'SW_NEXUS_SEEDS'],
  ['kills', 'SW_KILLS'],
  ['fuzz', 'SW_FUZZ_CALLS'],
];

/** The counts as the variables that the tests read; one that somebody has set stays as it is. */
export const proofVariables = (
  counts: ProofCounts,
  env: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> =>
  Object.fromEntries(VARIABLES.map(([proof, name]) => [name, env[name] || String(counts[proof])]));
