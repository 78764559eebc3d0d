import { createOriginAllowList } from '@sw/service-kit';
import { describe, expect, it } from 'vitest';
import { isOwnPage } from './csrf.policy.ts';

const GAME = 'https://game.example';
const CONSOLE = 'https://ops.example';
const origins = createOriginAllowList({ frontendUrl: GAME, adminOrigin: CONSOLE });

const check = (
  source: { origin?: string; fetchSite?: string; client?: string },
  audience: 'player' | 'admin' = 'player',
  adminOrigin: string | null = null,
) =>
  isOwnPage(
    { origin: source.origin, fetchSite: source.fetchSite, client: source.client ?? 'web' },
    audience,
    origins,
    adminOrigin,
  );

describe('isOwnPage', () => {
  it('wants an allowed origin or the same origin', () => {
    expect(check({ origin: GAME })).toBe(true);
    expect(check({ fetchSite: 'same-origin' })).toBe(true);
    expect(check({ origin: 'https://evil.example' })).toBe(false);
    expect(check({ fetchSite: 'same-site' })).toBe(false);
    expect(check({ origin: 'null' })).toBe(false);
    expect(check({})).toBe(false);
  });

  it('wants the header no foreign page can send', () => {
    expect(check({ origin: GAME, client: '' })).toBe(false);
  });

  it('keeps the console on its own host when it has one', () => {
    expect(check({ origin: CONSOLE }, 'admin', CONSOLE)).toBe(true);
    expect(check({ origin: GAME, fetchSite: 'same-origin' }, 'admin', CONSOLE)).toBe(false);
    expect(check({ fetchSite: 'same-origin' }, 'admin', CONSOLE)).toBe(false);
    expect(check({ origin: CONSOLE }, 'player', CONSOLE)).toBe(false);
    expect(check({ origin: GAME }, 'player', CONSOLE)).toBe(true);
  });
});
