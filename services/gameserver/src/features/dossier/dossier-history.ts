import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { AtlasSector } from '../universe/index.ts';
import type { findFoundLandmarks, findTradesAt, findTurnsSpentOn } from './dossier.repository.ts';

type Dossier = ReplyOf<(typeof PLAYER_ENDPOINTS)['getDossier']>;
type RowsOf<F extends (...args: never[]) => Promise<readonly unknown[]>> = readonly Awaited<
  ReturnType<F>
>[number][];

/** Entries that are told at most. */
export const HISTORY_SHOWN = 30;

/** What a player did in a sector, newest first. */
export const historyOf = (own: {
  readonly spent: RowsOf<typeof findTurnsSpentOn>;
  readonly trades: RowsOf<typeof findTradesAt>;
  readonly landmarks: RowsOf<typeof findFoundLandmarks>;
  readonly sector: AtlasSector;
  readonly discoverer: { readonly at: Date } | undefined;
}): Dossier['history'] => {
  const nothing = {
    reason: null,
    turns: null,
    side: null,
    commodity: null,
    quantity: null,
    amount: null,
    name: null,
  };
  const entries: Dossier['history'] = [
    ...own.spent.map(({ at, reason, spent }) => ({
      ...nothing,
      at: at.toISOString(),
      kind: 'turns' as const,
      reason,
      turns: spent,
    })),
    ...own.trades.map(({ at, side, commodity, quantity, net }) => ({
      ...nothing,
      at: at.toISOString(),
      kind: 'trade' as const,
      side,
      commodity: commodity as 'ore',
      quantity,
      amount: side === 'buy' ? -net : net,
    })),
    ...own.landmarks.map(({ formationId, foundAt, credits }) => ({
      ...nothing,
      at: foundAt.toISOString(),
      kind: 'landmark' as const,
      amount: credits,
      name: own.sector.formations.find(({ id }) => id === formationId)?.name ?? null,
    })),
    ...(own.discoverer === undefined
      ? []
      : [{ ...nothing, at: own.discoverer.at.toISOString(), kind: 'discovered' as const }]),
  ];
  return entries.sort((a, b) => b.at.localeCompare(a.at)).slice(0, HISTORY_SHOWN);
};
