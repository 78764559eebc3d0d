import type { CommodityCode } from '@sw/contracts';
import type { FakeGame } from './fake-game.ts';
import { fakeQuoteLine, fakeRows } from './fake-market.ts';
import { FAKE_NOW, iso } from './fake-moment.ts';
import { FakeRefusal } from './fake-refusal.ts';
import type { FakeStation } from './fake-world.ts';

export const marketOf = (game: FakeGame, id: string) => {
  const { sector, station } = game.station(id);
  const isLive = game.docked && sector.number === game.sector.number;
  if (!isLive && sector.level < 3) throw new FakeRefusal(404, 'not_found');
  return {
    stationId: station.id,
    stationName: station.name,
    sectorId: sector.number,
    source: isLive ? ('live' as const) : ('visit' as const),
    asOf: iso(isLive ? FAKE_NOW : FAKE_NOW - 3 * 3_600_000),
    version: game.rev,
    tariffBp: 200,
    advantageBp: 255,
    advantageBreakdown: [{ source: 'rank', bp: 255 }],
    rows: fakeRows(station, game.hold(), isLive),
  };
};

export const quoteOf = (
  game: FakeGame,
  id: string,
  lines: readonly { side: 'buy' | 'sell'; commodity: CommodityCode; quantity: number }[],
) => {
  const { station } = game.station(id);
  if (!game.docked || game.sector.station?.id !== id) throw new FakeRefusal(409, 'not_docked');
  const cargo = new Map([...game.cargo].map(([key, row]) => [key, { ...row }]));
  let { credits, free } = game.hold();
  const quoted = lines.map((line) => {
    const answer = fakeQuoteLine(station, { cargo, credits, free }, line);
    if (answer === null) throw new FakeRefusal(409, 'commodity_not_traded', { commodity: line.commodity });
    credits = answer.creditsAfter;
    const held = cargo.get(line.commodity)?.quantity ?? 0;
    const sign = line.side === 'buy' ? 1 : -1;
    free -= sign * line.quantity;
    cargo.set(line.commodity, {
      quantity: held + sign * line.quantity,
      avgCost:
        line.side === 'buy'
          ? Math.round(answer.net / line.quantity)
          : (cargo.get(line.commodity)?.avgCost ?? 0),
    });
    return { ...answer, cargoAfter: 50 - free };
  });
  return {
    stationId: id,
    at: iso(FAKE_NOW),
    lines: quoted,
    net: credits - game.credits,
    creditsAfter: credits,
    cargoAfter: 50 - free,
    cargoCapacity: 50,
    advantageBreakdown: [],
    after: { credits, cargo },
  };
};

export const executeOf = (
  game: FakeGame,
  id: string,
  lines: readonly {
    side: 'buy' | 'sell';
    commodity: CommodityCode;
    quantity: number;
    limitTotal: number;
  }[],
) => {
  const { after, ...quoted } = quoteOf(game, id, lines);
  const refused = quoted.lines.find(({ refusal }) => refusal !== null);
  if (refused?.refusal != null) throw new FakeRefusal(409, refused.refusal, { max: refused.maxQuantity.max });
  game.rev += 1;
  game.credits = after.credits;
  game.cargo.clear();
  for (const [key, row] of after.cargo) if (row.quantity > 0) game.cargo.set(key, row);
  return {
    rev: game.rev,
    stationId: id,
    lines: quoted.lines,
    transactionIds: [],
    net: quoted.net,
    credits: game.credits,
    cargo: [...game.cargo].map(([commodity, row]) => ({ commodity, ...row })),
    rankPointsAwarded: 1,
    promotedTo: null,
  };
};

export const knownPricesOf = (game: FakeGame, commodity: string | null) => {
  return game
    .stations()
    .filter(({ level }) => level === 3)
    .flatMap((sector) =>
      fakeRows(sector.station as FakeStation, game.hold(), false).map((row) => ({
        stationId: sector.station?.id ?? '',
        stationName: sector.station?.name ?? '',
        sectorId: sector.number,
        sectorNumber: sector.number,
        regionName: 'terran-space',
        commodity: row.commodity,
        side: row.side,
        ask: row.ask,
        bid: row.bid,
        stockTenths: row.stockTenths,
        asOf: iso(FAKE_NOW - (sector.number % 50) * 3_600_000),
        source: sector.zone === 0 ? ('public' as const) : ('visit' as const),
        turns: game
          .route(sector.number)
          .reduce((sum, number) => sum + game.cost(game.world.byNumber(number)), 0),
        hops: game.route(sector.number).length,
      })),
    )
    .filter((price) => commodity === null || price.commodity === commodity);
};

/** One route: from here to the nearest known station that buys what this one sells. */
export const tradeRoutesOf = (game: FakeGame) => {
  const known = knownPricesOf(game, null);
  const pair = known.flatMap((from) =>
    known
      .filter((to) => to.commodity === from.commodity && (to.bid ?? 0) > (from.ask ?? 1e9) && to.turns < 60)
      .map((to) => ({ from, to })),
  )[0];
  if (pair === undefined) return [];
  const { from, to } = pair;
  const quantity = 10;
  const [cost, income] = [quantity * (from.ask ?? 0), quantity * (to.bid ?? 0)];
  const leg = (price: typeof from, side: 'buy' | 'sell', expectedTotal: number) => ({
    stationId: price.stationId,
    stationName: price.stationName,
    sectorId: price.sectorId,
    sectorNumber: price.sectorNumber,
    regionName: price.regionName,
    turns: price.turns + 1,
    hops: price.hops,
    trades: [{ side, commodity: price.commodity, quantity, expectedTotal }],
  });
  const turns = from.turns + to.turns + 2;
  return [
    {
      legs: [leg(from, 'buy', cost), leg(to, 'sell', income)],
      turns,
      hops: from.hops + to.hops,
      profit: income - cost,
      profitPerTurnX100: Math.floor(((income - cost) * 100) / turns),
      asOf: iso(FAKE_NOW - 3_600_000),
      confidenceBp: 9_600,
      risk: 'low' as const,
    },
  ];
};
