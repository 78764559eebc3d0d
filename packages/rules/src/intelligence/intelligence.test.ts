import { describe, expect, it } from 'vitest';
import { NOON } from '../testing/build-trade.ts';
import { buildVisit } from '../testing/build-visit.ts';
import {
  applyIntelligence,
  checkIntelligence,
  describeIntelligence,
  INTELLIGENCE_MS,
  intelligencePrice,
} from './index.ts';

const state = (overrides = {}) => ({ ...buildVisit(), wallet: 500n, untilMs: null, ...overrides });

describe('market intelligence', () => {
  it('costs 500 at the price level of the station, ceiled', () => {
    expect([8_000, 10_000, 10_001, 20_000].map(intelligencePrice)).toEqual([400n, 500n, 501n, 1_000n]);
  });

  it('is a day from now, or from the end of what still runs', () => {
    expect(applyIntelligence(state(), NOON)).toMatchObject({
      wallet: 0n,
      paid: 500n,
      untilMs: NOON + INTELLIGENCE_MS,
    });
    expect(applyIntelligence(state({ untilMs: NOON + 5 }), NOON).untilMs).toBe(NOON + 5 + INTELLIGENCE_MS);
    expect(applyIntelligence(state({ untilMs: NOON - 5 }), NOON).untilMs).toBe(NOON + INTELLIGENCE_MS);
  });

  it('shares its price with the owner of the station', () => {
    const owned = state({ station: { ...buildVisit().station, isOwned: true } });
    expect(applyIntelligence(owned, NOON).legs.map(({ to, amount }) => [to, amount])).toEqual([
      ['station', 350n],
      ['BURN', 150n],
    ]);
  });

  it('is refused to those who cannot pay or are not there', () => {
    expect(checkIntelligence(state({ wallet: 499n }), NOON)).toEqual({
      code: 'insufficient_credits',
      details: { need: 500n, have: 499n },
    });
    expect(describeIntelligence(state({ dockedStationId: null }), NOON)).toMatchObject({
      reason: 'not_docked',
      cost: { credits: 500n },
    });
  });
});
