import { EVENTS, PLAYER_ENDPOINTS } from '@sw/contracts';
import { describe, expect, it } from 'vitest';
import { FakeGame } from '../testing/fake-game.ts';
import { answerFake } from '../testing/fake-routes.ts';
import { wireEndpoint, wireEvents, wireModule } from './lean-for-browsers.ts';
import { endpointOf, eventOf, problem, serverEnvelope } from './wire-contracts.ts';

type Name = keyof typeof PLAYER_ENDPOINTS;
interface Codec {
  decode(value: unknown): unknown;
  encode(value: unknown): unknown;
}

const game = new FakeGame();
game.docked = true;
const station = game.sector.station?.id ?? '';

const REPLIES: readonly (readonly [Name, string, Record<string, unknown>?])[] = [
  ['getPlayerState', '/player/state'],
  ['listCreditLedger', '/player/ledger'],
  ['getFirstLogin', '/first-login'],
  ['getCurrentSector', '/sectors/current'],
  ['getMarket', `/stations/${station}/market`],
  ['getPriceHistory', `/stations/${station}/market/equipment/history?range=24h`],
  [
    'quote',
    '/trading/quote',
    { stationId: station, lines: [{ side: 'sell', commodity: 'fuel', quantity: 3 }] },
  ],
  ['listTrades', '/trading/history'],
  ['listKnownPrices', '/trading/known-prices?commodity=ore'],
  ['plot', '/nav/plot', { to: game.world.lanes.get(game.sector.number)?.[0] ?? 1 }],
  ['getRegionChart', '/map/regions/terran-space'],
];

describe('contracts in a build', () => {
  for (const [name, target, body] of REPLIES)
    it(`reads the answer of ${name} as its schema does`, () => {
      const declaration = PLAYER_ENDPOINTS[name] as unknown as { method: string; reply: Codec };
      const { json } = answerFake(game, declaration.method, target, body ?? {});
      const wire = endpointOf(wireEndpoint(PLAYER_ENDPOINTS[name])) as { reply: Codec };
      const decoded = wire.reply.decode(json);
      expect(decoded).toEqual(declaration.reply.decode(json));
      expect(wire.reply.encode(decoded)).toEqual(json);
    });

  it('writes the body of an order as its schema does, member by member', () => {
    const lines = [{ side: 'buy', commodity: 'ore', quantity: 5, limitTotal: 130n }];
    const wire = endpointOf(wireEndpoint(PLAYER_ENDPOINTS.execute)) as {
      body: { shape: Record<string, Codec> };
    };
    const members = PLAYER_ENDPOINTS.execute.body.shape as unknown as Record<string, Codec>;
    expect(wire.body.shape['lines']?.encode(lines)).toEqual(members['lines']?.encode(lines));
  });

  it('knows every endpoint and event, and refuses what is no message', () => {
    const events = wireEvents();
    expect(Object.keys(events)).toEqual(Object.keys(EVENTS));
    const moved = eventOf(events['player.state_changed'] ?? null);
    expect(moved.safeDecode({ rev: 2, credits: 17 })).toEqual({
      success: true,
      data: { rev: 2, credits: 17n },
    });
    expect(moved.safeDecode('x').success).toBe(false);
    expect(moved.safeDecode({ rev: 2, credits: 'many' }).success).toBe(false);
    for (const name of Object.keys(PLAYER_ENDPOINTS))
      expect(wireModule('/runtime.ts')).toContain(`"${name}":{"id"`);
  });

  it('recognises refusals and frames', () => {
    const body = {
      type: 't',
      title: 't',
      status: 409,
      detail: 'd',
      instance: '',
      code: 'busy',
      requestId: 'r',
    };
    expect(problem.safeParse(body).success).toBe(true);
    expect(problem.safeParse({ ...body, status: '409' }).success).toBe(false);
    expect(serverEnvelope.safeParse({ v: 1, type: 'x', id: 'i', ts: 'now', data: null }).success).toBe(true);
    expect(serverEnvelope.safeParse(null).success).toBe(false);
  });
});
