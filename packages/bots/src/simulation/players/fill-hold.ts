import type { Beliefs } from './beliefs.ts';
import type { TradePairs } from './trade-pairs.ts';

/** What to load for one pair of stations. */
export interface Load {
  gain: number;
  /** Quantities by place among the goods of the pair; valid until the next call. */
  readonly quantities: Float64Array;
}

const MOST_GOODS = 8;
const load: Load = { gain: 0, quantities: new Float64Array(MOST_GOODS) };

/**
 * The best load from seller to buyer of a pair by what somebody believes: goods by margin, each up to where the next
 * unit brings nothing (rule book, economy 6.3), until hold or money ends. Writes into one shared result.
 */
export function fillHold(
  pairs: TradePairs,
  pair: number,
  beliefs: Beliefs,
  capacity: number,
  credits: number,
): Load {
  const first = pairs.starts[pair] as number;
  const count = Math.min(MOST_GOODS, (pairs.starts[pair + 1] as number) - first);
  const { quantities } = load;
  quantities.fill(-1, 0, count);
  load.gain = 0;
  let space = capacity;
  let money = credits;
  for (let round = 0; round < count; round++) {
    let best = -1;
    let bestMargin = 0;
    for (let place = 0; place < count; place++) {
      if (quantities[place] !== -1) continue;
      const margin =
        (beliefs.bid[pairs.buyMarket[first + place] as number] as number) -
        (beliefs.ask[pairs.sellMarket[first + place] as number] as number);
      if (margin > bestMargin) {
        best = place;
        bestMargin = margin;
      }
    }
    if (best < 0) break;
    const from = pairs.sellMarket[first + best] as number;
    const to = pairs.buyMarket[first + best] as number;
    const ask = beliefs.ask[from] as number;
    const askSlope = beliefs.askSlope[from] as number;
    const slopes = askSlope + (beliefs.bidSlope[to] as number);
    const worth = slopes > 0 ? bestMargin / slopes : Number.POSITIVE_INFINITY;
    const payable = money / (ask + (askSlope * Math.min(space, worth)) / 2);
    const quantity = Math.max(
      0,
      Math.floor(
        Math.min(worth, space, payable, beliefs.available[from] as number, beliefs.room[to] as number),
      ),
    );
    quantities[best] = quantity;
    space -= quantity;
    money -= quantity * ask + (askSlope * quantity * quantity) / 2;
    load.gain += quantity * bestMargin - (slopes * quantity * quantity) / 2;
  }
  for (let place = 0; place < count; place++) {
    if (quantities[place] === -1) quantities[place] = 0;
  }
  return load;
}
