import { COMMODITY_KEYS } from '@sw/rules';

/** What stations made and used up, by commodity index: the only sources and sinks of goods in a simulated region. */
export interface GoodsBook {
  readonly opening: Float64Array;
  readonly produced: Float64Array;
  readonly consumed: Float64Array;
  /** Handed over for a job: the station takes them out of the world. */
  readonly delivered: Float64Array;
}

/** Empty columns; the caller fills in the opening stock. */
export function openGoodsBook(): GoodsBook {
  const column = (): Float64Array => new Float64Array(COMMODITY_KEYS.length);
  return { opening: column(), produced: column(), consumed: column(), delivered: column() };
}

/** Books what settling a market did to its stock. */
export function bookFlow(book: GoodsBook, commodity: number, change: number): void {
  const column = change > 0 ? book.produced : book.consumed;
  column[commodity] = (column[commodity] as number) + Math.abs(change);
}
