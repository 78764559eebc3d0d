import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import { applyIntelligence, checkIntelligence } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { rememberStations } from '../markets/index.ts';
import { loadVisitor, saveVisit } from '../services/index.ts';
import { findIntelligence, writeIntelligence } from './intelligence.repository.ts';
import { knownAround } from './reach.ts';
import { loadStations } from './read-stations.ts';

type Buy = (typeof PLAYER_ENDPOINTS)['buyIntelligence'];

/**
 * Buys a day of live prices around the station: they are written into the price memory now and told live until the
 * day is over (rule book, economy 2.3, 4.4).
 */
export const buyIntelligence = (deps: Deps, context: RequestContext<Buy>): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { caller, params, nowMs } = context;
    const { sql } = command;
    const { playerId } = caller;
    const { more, ...loaded } = await loadVisitor(
      deps,
      command,
      { playerId, stationId: params.id },
      findIntelligence(sql, playerId, new Date(nowMs)),
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
    );
    const [bought, charts, warps] = more;
    const { visit, purse, player } = loaded.visitor;
    const until = bought.find(({ stationId }) => stationId === params.id)?.until ?? null;
    const state = { ...visit, wallet: purse.wallet, untilMs: until?.getTime() ?? null };
    assertAllowed(checkIntelligence(state, nowMs));
    const { wallet, paid, untilMs, legs } = applyIntelligence(state, nowMs);
    const knowledge = knowledgeOf(deps.atlas(), charts, warps);
    const seen = await loadStations(command, knownAround(deps.atlas(), knowledge, params.id));
    return saveVisit(
      command,
      { ...loaded, nowMs },
      {
        purse: { wallet, bank: purse.bank },
        paid,
        legs,
        refType: 'intelligence',
        writes: [
          writeIntelligence(sql, playerId, params.id, new Date(untilMs)),
          ...rememberStations(sql, deps.keys.economy, player, seen, nowMs),
        ],
      },
    );
  });
