import type { listKnownPrices, ReplyOf } from '@sw/contracts';

type KnownPrice = ReplyOf<typeof listKnownPrices>['items'][number];

/** What a station pays or asks for a commodity, as the chart shows it. */
export interface PriceMark {
  readonly price: bigint;
  /** 0 the worst known price for the player, 1 the best: the highest they pay, the lowest they ask. */
  readonly share: number;
  /** 1 fresh, falling to 0.35 with the age of the price. */
  readonly freshness: number;
}

export interface PriceMarks {
  /** By sector number. */
  readonly marks: ReadonlyMap<number, PriceMark>;
  readonly worst: bigint;
  readonly best: bigint;
}

const HOUR_MS = 3_600_000;
const FADED = 0.35;
const FADE_HOURS = 110;

/** What the stations of a region pay (or ask) for one commodity; null where no price is known. */
export function priceMarks(
  known: readonly KnownPrice[],
  wanted: {
    readonly regionName: string;
    readonly commodity: string;
    readonly side: 'pays' | 'asks';
  },
  nowMs: number,
): PriceMarks | null {
  const priced = known.flatMap((item) => {
    const price = wanted.side === 'pays' ? item.bid : item.ask;
    const isWanted = item.regionName === wanted.regionName && item.commodity === wanted.commodity;
    return isWanted && price !== null ? [{ item, price }] : [];
  });
  if (priced.length === 0) return null;
  const prices = priced.map(({ price }) => price).sort((a, b) => Number(a - b));
  const [least, most] = [prices[0] ?? 0n, prices.at(-1) ?? 0n];
  const [worst, best] = wanted.side === 'pays' ? [least, most] : [most, least];
  const range = Number(best - worst);
  const marks = new Map(
    priced.map(({ item: { sectorNumber, asOf }, price }) => {
      const hours = Math.max(0, nowMs - Date.parse(asOf)) / HOUR_MS;
      return [
        sectorNumber,
        {
          price,
          share: range === 0 ? 1 : Math.abs(Number(price - worst) / range),
          freshness: Math.max(FADED, 1 - hours / FADE_HOURS),
        },
      ];
    }),
  );
  return { marks, worst, best };
}
