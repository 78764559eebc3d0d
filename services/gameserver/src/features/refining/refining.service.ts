import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import { applyRefine, cargoUsed, checkRefine, utcDay } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { findCargo, holdOf, writeCargo } from '../player/index.ts';
import { loadVisitor, saveVisit } from '../services/index.ts';
import { findTraded, lockRefiningDay, writeRefined } from './refining.repository.ts';

type Refine = (typeof PLAYER_ENDPOINTS)['refine'];

/** Makes ore into precious metals: what a station makes a day is shared by everybody there (economy 2.3). */
export const refineOre = (deps: Deps, context: RequestContext<Refine>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { body, caller, params, nowMs } = context;
    const { sql } = command;
    const { playerId } = caller;
    const day = utcDay(nowMs);
    const { more, ...loaded } = await loadVisitor(
      deps,
      command,
      { playerId, stationId: params.id },
      findCargo(sql, playerId),
      findTraded(sql, params.id),
      lockRefiningDay(sql, params.id, day),
    );
    const [cargo, traded, [made]] = more;
    const { visit, purse, ship } = loaded.visitor;
    const state = {
      ...visit,
      wallet: purse.wallet,
      hold: holdOf(ship, cargo),
      madeToday: made?.made ?? 0,
      traded: traded.map(({ commodity }) => commodity),
    };
    assertAllowed(checkRefine(state, body.quantity, nowMs));
    const { wallet, hold, paid, legs } = applyRefine(state, body.quantity);
    return saveVisit(
      command,
      { ...loaded, nowMs },
      {
        purse: { wallet, bank: purse.bank },
        paid,
        legs,
        refType: 'refining',
        writes: [
          ...writeCargo(sql, ship.id, hold, ['ore', 'precious_metals'], cargoUsed(hold)),
          writeRefined(sql, params.id, day, body.quantity),
        ],
        hold,
      },
    );
  });
