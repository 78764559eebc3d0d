/** Source of every credit; its balance is never positive. */
export const MINT = 'MINT';

/** Sink of every credit. */
export const BURN = 'BURN';

/** What one account may hold: 9·10^15, below 2^53 so that the wire can carry it (rule book, README 4). */
export const MAX_BALANCE = 9_000_000_000_000_000n;

/** An account of the ledger (rule book, economy 0.1). */
export type AccountId =
  | typeof MINT
  | typeof BURN
  | `wallet:${string}`
  | `bank:${string}`
  | `team:${string}`
  | `region:${string}`
  | `station:${string}`
  | `gate:${string}`
  | `vault:${string}`
  | `escrow:${string}:${string}`
  | `clearing:${string}`;

/** The credits a player has at hand. */
export function walletOf(playerId: string): AccountId {
  return `wallet:${playerId}`;
}

/** The credits a player has in the bank. */
export function bankOf(playerId: string): AccountId {
  return `bank:${playerId}`;
}

/** The treasury of a team. */
export function teamAccount(teamId: string): AccountId {
  return `team:${teamId}`;
}

/** The treasury of a region: a hot account. */
export function regionAccount(regionId: string): AccountId {
  return `region:${regionId}`;
}

/** The treasury of a station. */
export function stationAccount(stationId: string): AccountId {
  return `station:${stationId}`;
}

/** The till of a gate. */
export function gateAccount(gateId: string): AccountId {
  return `gate:${gateId}`;
}

/** The vault of a colony. */
export function vaultOf(planetId: string): AccountId {
  return `vault:${planetId}`;
}

/** Credits held for one open matter, for example `escrow:journey:<id>`. */
export function escrowAccount(kind: string, ref: string): AccountId {
  return `escrow:${kind}:${ref}`;
}

/** What one server owes the others: the only account besides MINT that may be negative. */
export function clearingAccount(server: string): AccountId {
  return `clearing:${server}`;
}

/**
 * True for accounts without a balance row: MINT, BURN, every region treasury (rule book, economy 0.1), and what servers
 * owe each other, which may be below 0.
 */
export function isHotAccount(account: AccountId): boolean {
  return (
    account === MINT || account === BURN || account.startsWith('region:') || account.startsWith('clearing:')
  );
}

/** True for MINT and the clearing accounts; no other account is ever negative (I-2). */
export function mayBeNegative(account: AccountId): boolean {
  return account === MINT || account.startsWith('clearing:');
}

/**
 * Order in which balance rows are locked: the order of PostgreSQL's `COLLATE "C"`.
 * Account ids are ASCII, so comparing code units equals comparing bytes.
 */
export function compareAccounts(a: AccountId, b: AccountId): number {
  return a < b ? -1 : Number(a > b);
}
