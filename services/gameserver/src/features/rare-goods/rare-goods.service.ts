import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import { applySellRare, checkSellRare, utcDay } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { findItems } from '../exploration/index.ts';
import { loadVisitor, saveVisit } from '../services/index.ts';
import { lockRareDay, writeRareSale } from './rare-goods.repository.ts';
import { rareSaleState } from './rare-sale-state.ts';

type Sell = (typeof PLAYER_ENDPOINTS)['sellRare'];

/** Sells rare finds at their fixed price: what a station buys a day is shared by everybody there (economy 1.2). */
export const sellRare = (deps: Deps, context: RequestContext<Sell>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { body, caller, params, nowMs } = context;
    const { sql } = command;
    const { playerId } = caller;
    const { item, quantity } = body;
    const day = utcDay(nowMs);
    // The finds are the player's own, and his row is locked.
    const { more, ...loaded } = await loadVisitor(
      deps,
      command,
      { playerId, stationId: params.id },
      findItems(sql, playerId),
      lockRareDay(sql, params.id, item, day),
    );
    const [items, bought] = more;
    const { visitor } = loaded;
    const state = rareSaleState(visitor, items, bought);
    assertAllowed(checkSellRare(state, item, quantity, nowMs));
    const { wallet, legs } = applySellRare(state, item, quantity);
    return saveVisit(
      command,
      { ...loaded, nowMs },
      {
        purse: { wallet, bank: visitor.purse.bank },
        paid: 0n,
        legs,
        refType: 'rare_sale',
        writes: writeRareSale(sql, { playerId, stationId: params.id, item, day, quantity }),
      },
    );
  });
