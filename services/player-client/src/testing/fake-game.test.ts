import { PLAYER_ENDPOINTS } from '@sw/contracts';
import { describe, expect, it } from 'vitest';
import { FakeGame } from './fake-game.ts';
import { answerFake } from './fake-routes.ts';

type Name = keyof typeof PLAYER_ENDPOINTS;

const game = new FakeGame();
const station = game.sector.station?.id ?? '';
const neighbour = game.world.lanes.get(game.sector.number)?.[0] ?? 0;

const CALLS: readonly (readonly [Name, string, Record<string, unknown>?])[] = [
  ['getStatus', '/status'],
  ['getPlayersOnline', '/status/players'],
  ['getRules', '/rules'],
  ['usernameAvailable', '/auth/username-available?u=mara'],
  ['login', '/auth/login', {}],
  ['listSessions', '/auth/sessions'],
  ['getPlayerState', '/player/state'],
  ['getSettings', '/player/settings'],
  ['patchSettings', '/player/settings', { theme: 'daylight' }],
  ['listCreditLedger', '/player/ledger'],
  ['listTurnLedger', '/player/turns/ledger'],
  ['getFirstLogin', '/first-login'],
  ['getGalaxy', '/map/galaxy'],
  ['getRegionChart', '/map/regions/terran-space'],
  ['getCurrentSector', '/sectors/current'],
  ['getSector', `/sectors/${neighbour}`],
  ['listMoves', '/nav/moves'],
  ['plot', '/nav/plot', { to: neighbour }],
  ['getMarket', `/stations/${station}/market`],
  ['getStation', `/stations/${station}`],
  ['getPriceHistory', `/stations/${station}/market/equipment/history?range=24h`],
  ['dock', `/stations/${station}/dock`, {}],
  ['getMarket', `/stations/${station}/market`],
  [
    'quote',
    '/trading/quote',
    { stationId: station, lines: [{ side: 'sell', commodity: 'equipment', quantity: 30 }] },
  ],
  [
    'execute',
    '/trading/execute',
    { stationId: station, lines: [{ side: 'sell', commodity: 'equipment', quantity: 30, limitTotal: 1 }] },
  ],
  ['listTrades', '/trading/history'],
  ['listKnownPrices', '/trading/known-prices?commodity=fuel'],
  ['listRecentChat', '/chat/sector/recent'],
  ['undock', `/stations/${station}/undock`, {}],
  ['move', '/nav/move', { to: neighbour }],
];

describe('fake game', () => {
  for (const [name, target, body] of CALLS)
    it(`answers ${name} as its contract says`, () => {
      const declaration = PLAYER_ENDPOINTS[name];
      const { status, json } = answerFake(game, declaration.method, target, body ?? {});
      expect({ status, code: (json as { code?: string } | undefined)?.code }).toMatchObject({ status: 200 });
      if ('reply' in declaration) expect(() => declaration.reply.decode(json as never)).not.toThrow();
    });
});
