import { describe, expect, it } from 'vitest';
import type { EndpointDeclaration } from './endpoint.ts';
import { endpoint } from './endpoint.ts';
import { homeOf, isWorldScope } from './endpoint-home.ts';
import { ALL_ENDPOINTS } from './testing/all-endpoints.ts';

const some = (part: Partial<EndpointDeclaration>): EndpointDeclaration =>
  endpoint({
    id: 'some.thing',
    method: 'GET',
    path: '/some/thing',
    summary: 'Some thing.',
    auth: 'player',
    rateClass: 'read',
    idempotency: 'none',
    status: 200,
    errors: [],
    tag: 'navigation',
    ...part,
  });

describe('the home of an endpoint', () => {
  it.each([
    [{}, 'world'],
    [{ tag: 'bank' }, 'hub'],
    [{ tag: 'auth' }, 'hub'],
    [{ tag: 'auth', home: 'everywhere' }, 'everywhere'],
    [{ tag: 'status', auth: 'public' }, 'everywhere'],
    [{ tag: 'admin', auth: 'admin', scope: 'system.read' }, 'hub'],
    [{ tag: 'admin', auth: 'admin', scope: 'universe.write' }, 'everywhere'],
    [{ tag: 'internal', auth: 'service' }, 'hub'],
  ] as const)('%j: %s', (part, home) => {
    expect(homeOf(some(part))).toBe(home);
  });

  it('is nowhere but a hub for whatever signs somebody in', () => {
    const elsewhere = ALL_ENDPOINTS.filter(
      (e) => /^\/(?:admin\/)?auth\//.test(e.path) && homeOf(e) !== 'hub',
    );
    expect(elsewhere.map(({ id }) => id)).toEqual(['auth.wsTicket']);
  });
});

describe('scopes over a world', () => {
  it.each(['universe.read', 'economy.intervene', 'players.write', 'ships.write', 'events.write'])(
    '%s is one',
    (scope) => {
      expect(isWorldScope(scope)).toBe(true);
    },
  );
  it.each(['users.read', 'scopes.grant', 'regions.manage', 'teams.write', 'ships.writer', 'universe'])(
    '%s is none',
    (scope) => {
      expect(isWorldScope(scope)).toBe(false);
    },
  );
});
