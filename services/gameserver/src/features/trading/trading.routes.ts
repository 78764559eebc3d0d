import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { executeTrade } from './execute.service.ts';
import { readPriceHistory, readTrades } from './history.service.ts';
import { readKnownPrices } from './known-prices.service.ts';
import { readMarket } from './market.service.ts';
import { quoteBasket } from './quote.service.ts';
import { createRouteFinder } from './routes.service.ts';

/** Markets, quotes, trades and what a player knows of prices. */
export const registerTradingRoutes: RegisterRoutes = ({ bind, deps }) => {
  const routesOf = createRouteFinder(deps);
  bind(PLAYER_ENDPOINTS.getMarket, ({ caller, params, nowMs }) =>
    readMarket(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.getPriceHistory, ({ caller, params, query, nowMs }) =>
    readPriceHistory(
      deps,
      caller.playerId,
      { stationId: params.id, commodity: params.commodity, range: query.range },
      nowMs,
    ),
  );
  bind(PLAYER_ENDPOINTS.quote, ({ caller, body, nowMs }) => quoteBasket(deps, caller.playerId, body, nowMs));
  bind(PLAYER_ENDPOINTS.execute, (context) => executeTrade(deps, context));
  bind(PLAYER_ENDPOINTS.listTrades, ({ caller, query }) => readTrades(deps, caller.playerId, query));
  bind(PLAYER_ENDPOINTS.listKnownPrices, ({ caller, query, nowMs }) =>
    readKnownPrices(deps, caller.playerId, query, nowMs),
  );
  bind(PLAYER_ENDPOINTS.findRoutes, ({ caller, body, nowMs }) => routesOf(caller.playerId, body, nowMs));
};
