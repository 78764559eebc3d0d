import type { listKnownPrices, ReplyOf } from '@sw/contracts';

type KnownPrice = ReplyOf<typeof listKnownPrices>['items'][number];

/** What a station pays for a commodity, as the chart shows it. */
export interface PriceMark {
  readonly bid: bigint;
  /** 0 the least known price, 1 the best. */
  readonly share: number;
  /** 1 fresh, falling to 0.35 with the age of the price. */
  readonly freshness: number;
}

export interface PriceMarks {
  /** By sector number. */
  readonly marks: ReadonlyMap<number, PriceMark>;
  readonly least: bigint;
  readonly best: bigint;
}

const HOUR_MS = 3_600_000;
const FADED = 0.35;
const FADE_HOURS = 110;

/** What the stations of a region pay for one commodity; null where no price is known. */
export function priceMarks(
  known: readonly KnownPrice[],
  regionName: string,
  commodity: string,
  nowMs: number,
): PriceMarks | null {
  const paying = known.filter(
    (item): item is KnownPrice & { readonly bid: bigint } =>
      item.regionName === regionName && item.commodity === commodity && item.bid !== null,
  );
  const [first] = paying;
  if (first === undefined) return null;
  const bids = paying.map(({ bid }) => bid).sort((a, b) => Number(a - b));
  const least = bids[0] ?? first.bid;
  const best = bids.at(-1) ?? first.bid;
  const range = Number(best - least);
  const marks = new Map(
    paying.map(({ sectorNumber, bid, asOf }) => {
      const hours = Math.max(0, nowMs - Date.parse(asOf)) / HOUR_MS;
      return [
        sectorNumber,
        {
          bid,
          share: range === 0 ? 1 : Number(bid - least) / range,
          freshness: Math.max(FADED, 1 - hours / FADE_HOURS),
        },
      ];
    }),
  );
  return { marks, least, best };
}
