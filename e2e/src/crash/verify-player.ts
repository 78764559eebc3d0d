import type { Entry } from './journal.ts';
import type { Sailor } from './sailor.ts';

const REPLAYED = 40;

/** Commands that spend turns, each under its reason. */
const TURNS_FOR = [
  ['move', 'move'],
  ['dock', 'dock'],
  ['scan', 'scan_adjacent'],
] as const;

/** Commands that move credits of the wallet exactly once, each under its reason. */
const CREDITS_FOR = [
  ['deposit', 'bank_deposit'],
  ['withdraw', 'bank_withdraw'],
  ['accept', 'contract_fee'],
] as const;

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

const readAll = async <T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
};

const sorted = (ids: readonly string[]): string => [...ids].sort().join('\n');

const describe = (entry: Entry): string => `${entry.kind} ${entry.key}`;

/** A repeated key gives the stored answer: one made anew would have another rev, at least. */
const checkReplays = async (entries: readonly Entry[]): Promise<string[]> => {
  const complaints: string[] = [];
  for (const entry of entries.slice(-REPLAYED)) {
    const again = await entry.send().catch((error: unknown) => error);
    const isSame = JSON.stringify(again, bigintAsText) === JSON.stringify(entry.effect, bigintAsText);
    if (!isSame) complaints.push(`the repeated ${describe(entry)} was answered otherwise: ${String(again)}`);
  }
  return complaints;
};

const bigintAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value}n` : value;

/**
 * What is wrong with one player's account of what was acknowledged, by the public API alone: every
 * acknowledged command is there, once, and nothing else is. Empty when all is well. Requires a
 * resolved journal and a player at rest.
 */
export const verifyPlayer = async ({ api, journal }: Pick<Sailor, 'api' | 'journal'>): Promise<string[]> => {
  const acknowledged = journal.entries.filter(({ outcome }) => outcome === 'acknowledged');
  const complaints = await checkReplays(acknowledged);

  const state = await api.getPlayerState();
  const newest = Math.max(0, ...acknowledged.map(({ effect }) => effect?.rev ?? 0));
  if (state.rev < newest) complaints.push(`state has rev ${state.rev}, but ${newest} was acknowledged`);

  const query = (cursor: string | undefined) => ({ query: { limit: 100, cursor } });
  const trades = await readAll((cursor) => api.listTrades(query(cursor)));
  const expected = journal.of('trade').flatMap(({ effect }) => effect?.transactionIds ?? []);
  if (sorted(trades.map(({ id }) => id)) !== sorted(expected)) {
    complaints.push(
      `${expected.length} trades were acknowledged, the history has ${trades.length} or others`,
    );
  }

  const turns = await readAll((cursor) => api.listTurnLedger(query(cursor)));
  const spentFor = (reason: string) => turns.filter((row) => row.reason === reason && row.spent > 0).length;
  for (const [kind, reason] of TURNS_FOR) {
    const times = journal.of(kind).length;
    if (spentFor(reason) !== times)
      complaints.push(`${times} × ${kind} acknowledged, turns spent ${spentFor(reason)} times`);
  }

  const ledger = await readAll((cursor) => api.listCreditLedger(query(cursor)));
  const wallet = ledger
    .filter(({ account }) => account === 'wallet')
    .reduce((sum, { amount }) => sum + amount, 0n);
  for (const [kind, reason] of CREDITS_FOR) {
    const times = journal.of(kind).length;
    const booked = ledger.filter((row) => row.reason === reason && row.account === 'wallet').length;
    if (booked !== times) complaints.push(`${times} × ${kind} acknowledged, booked ${booked} times`);
  }
  if (wallet !== state.credits)
    complaints.push(`the wallet holds ${state.credits}, its movements sum to ${wallet}`);

  return complaints.map((complaint) => `${state.player.callsign}: ${complaint}`);
};
