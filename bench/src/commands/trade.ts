import { uuidV7 } from '@sw/api-client';
import type { WireBodyOf } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { Operation } from '../load/drive.ts';
import type { Trader } from '../players/assign-markets.ts';
import type { Caller } from '../server/http.ts';

const { execute } = PLAYER_ENDPOINTS;
const UNITS = 10;
const NO_LIMIT = 1_000_000_000;

type Order = WireBodyOf<typeof execute>;

/** Every worker buys one good and sells another in turn, one line a trade. */
export const tradesOver = (caller: Caller, traders: readonly Trader[]): Operation => {
  const isSelling = traders.map(() => false);
  return async (worker) => {
    const trader = traders[worker] as Trader;
    const line: Order['lines'][number] = isSelling[worker]
      ? { side: 'sell', commodity: trader.sold, quantity: UNITS, limitTotal: 0 }
      : { side: 'buy', commodity: trader.bought, quantity: UNITS, limitTotal: NO_LIMIT };
    const body: Order = { stationId: trader.stationId, lines: [line] };
    await caller.post(execute.path, trader.token, body, uuidV7(Date.now()));
    isSelling[worker] = !isSelling[worker];
  };
};
