import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BasketLine } from './basket-store.ts';
import { lineKey } from './basket-view.ts';
import { hasMoved, NOTHING_REVIEWED, reviewed } from './quote-review.ts';
import type { Quote } from './trading-commands.ts';
import { useTrading } from './use-trading.ts';

const PAUSE_MS = 120;
/** A quote is information, not a reservation: an old one is asked for again. */
const STALE_MS = 10_000;

export interface LiveQuote {
  /** The quote of exactly the lines on screen; undefined while it is on its way. */
  readonly quote: Quote | undefined;
  /** The last quote, to keep the figures in place meanwhile. */
  readonly shown: Quote | undefined;
  readonly error: unknown;
  readonly isAsking: boolean;
  /** The total changed without the player: he has to look before he may commit. */
  readonly moved: boolean;
  accept(): void;
}

function usePause<T>(value: T, key: string): { readonly value: T; readonly key: string } {
  const [settled, setSettled] = useState({ value, key });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ value, key }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, key]);
  return settled;
}

/** The live quote of a basket: asked anew when the lines change or the market does. */
export function useQuote(stationId: string, lines: readonly BasketLine[], marketVersion: number): LiveQuote {
  const trading = useTrading();
  const key = lineKey(lines);
  const settled = usePause(lines, key);
  const query = useQuery({
    queryKey: ['quote', stationId, settled.key, marketVersion],
    queryFn: ({ signal }) => trading.quote(stationId, settled.value, signal),
    // An emptied basket asks nothing more, even before the pause is over.
    enabled: settled.key !== '' && key !== '',
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
  });
  const [review, setReview] = useState(NOTHING_REVIEWED);
  const isCurrent = key !== '' && settled.key === key && !query.isPlaceholderData && query.data !== undefined;
  const quote = isCurrent ? query.data : undefined;

  useEffect(() => {
    if (quote !== undefined) setReview((known) => reviewed(known, key, quote.net));
  }, [quote, key]);

  return {
    quote,
    shown: key === '' ? undefined : query.data,
    error: key === '' ? null : query.error,
    isAsking: key !== '' && quote === undefined && query.error === null,
    moved: quote !== undefined && hasMoved(review, key, quote.net),
    accept: () => {
      if (quote !== undefined) setReview({ lines: key, net: quote.net });
    },
  };
}
