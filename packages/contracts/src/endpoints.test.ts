import { describe, expect, it } from 'vitest';
import { ADMIN_ENDPOINTS } from './admin.ts';
import type { EndpointDeclaration } from './endpoint.ts';
import { PLAYER_ENDPOINTS } from './player-endpoints.ts';
import { ALL_ENDPOINTS } from './testing/all-endpoints.ts';

const idsWhere = (holds: (endpoint: EndpointDeclaration) => boolean): string[] =>
  ALL_ENDPOINTS.filter(holds).map(({ id }) => id);

const duplicates = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const isSignIn = ({ path }: EndpointDeclaration): boolean => /^\/(?:admin\/)?auth\//.test(path);

describe('declarations', () => {
  it('have an id and a route of their own', () => {
    expect(duplicates(ALL_ENDPOINTS.map(({ id }) => id))).toEqual([]);
    expect(
      duplicates(ALL_ENDPOINTS.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)),
    ).toEqual([]);
  });

  it('have kebab-case paths below the base', () => {
    expect(
      idsWhere(({ path }) => !/^(?:\/(?:[a-z0-9]+(?:-[a-z0-9]+)*|\{[a-z][A-Za-z]*\}))+$/.test(path)),
    ).toEqual([]);
    expect(idsWhere(({ path }) => path.startsWith('/api/') || path.startsWith('/regions'))).toEqual([]);
  });

  it('declare exactly the parameters their path names', () => {
    const wrong = idsWhere(({ path, params }) => {
      const declared = Object.keys(params?.shape ?? {}).sort();
      return JSON.stringify(declared) !== JSON.stringify(namesIn(path).sort());
    });
    expect(wrong).toEqual([]);
  });

  it('say what they do in a sentence', () => {
    expect(idsWhere(({ summary }) => !/^[A-Z0-9].+\.$/.test(summary))).toEqual([]);
  });

  it('answer 204 without a body and anything else with one', () => {
    expect(idsWhere(({ status, reply }) => (status === 204) !== (reply === undefined))).toEqual([]);
  });

  it('take bodies with writes only, and change nothing by a GET', () => {
    expect(idsWhere(({ method, body }) => method === 'GET' && body !== undefined)).toEqual([]);
    expect(idsWhere(({ method, idempotency }) => method === 'GET' && idempotency !== 'none')).toEqual([]);
  });

  it('put entity tags on reads only', () => {
    expect(idsWhere(({ method, etag }) => etag === true && method !== 'GET')).toEqual([]);
  });
});

describe('idempotency', () => {
  it('is required of every write that moves turns, credits or goods', () => {
    expect(idsWhere(({ idempotency }) => idempotency === 'required').sort()).toEqual([
      'admin.player.credits',
      'admin.player.mute',
      'admin.player.teleport',
      'admin.player.turns',
      'admin.realtime.broadcast',
      'bank.deposit',
      'bank.withdraw',
      'contracts.abandon',
      'contracts.accept',
      'contracts.deliver',
      'contracts.pickup',
      'firstLogin.complete',
      'insurance.buy',
      'nav.autopilot',
      'nav.move',
      'nav.recall',
      'nav.scan',
      'sectors.harvest',
      'services.marketIntelligence',
      'services.refine',
      'services.sellRare',
      'ships.abandon',
      'ships.activate',
      'ships.assist',
      'ships.castOff',
      'ships.claim',
      'ships.defuse',
      'ships.install',
      'ships.jettison',
      'ships.kit',
      'ships.loaner',
      'ships.patch',
      'ships.purchase',
      'ships.repair',
      'ships.rescue',
      'ships.selfDestruct',
      'ships.sell',
      'ships.tow',
      'ships.transferCargo',
      'ships.uninstall',
      'ships.upgrade',
      'stations.dock',
      'stations.undock',
      'trading.createAlert',
      'trading.execute',
      'warehouse.deposit',
      'warehouse.pay',
      'warehouse.release',
      'warehouse.rent',
      'warehouse.withdraw',
      'wrecks.salvage',
    ]);
  });

  it('is required or at least accepted of every POST but signing in', () => {
    expect(idsWhere((e) => e.method === 'POST' && !isSignIn(e) && e.idempotency === 'none')).toEqual([]);
    expect(idsWhere((e) => isSignIn(e) && e.idempotency !== 'none')).toEqual([]);
  });

  it('is required of whatever counts as a move or a trade', () => {
    const spends = ({ rateClass }: EndpointDeclaration): boolean =>
      rateClass === 'move' || rateClass === 'trade';
    expect(idsWhere((e) => spends(e) && e.idempotency !== 'required')).toEqual([]);
  });
});

describe('who may call', () => {
  it('is everybody for a short list only', () => {
    expect(idsWhere(({ auth }) => auth === 'public').sort()).toEqual([
      'admin.auth.login',
      'admin.auth.mfaVerify',
      'auth.login',
      'auth.mfaVerify',
      'auth.register',
      'auth.requestPasswordReset',
      'auth.resetPassword',
      'auth.usernameAvailable',
      'auth.verifyEmail',
      'rules.get',
      'status.get',
      'status.health',
      'status.ping',
      'status.players',
      'status.version',
    ]);
  });

  it('is the holder of a refresh cookie below the path of that cookie only', () => {
    expect(idsWhere(({ auth }) => auth === 'cookie').sort()).toEqual([
      'admin.auth.logout',
      'admin.auth.refresh',
      'auth.logout',
      'auth.refresh',
    ]);
    expect(idsWhere((e) => e.auth === 'cookie' && !isSignIn(e))).toEqual([]);
  });

  it('is somebody signed in wherever a command can have an effect', () => {
    const acts = ({ idempotency, rateClass }: EndpointDeclaration): boolean =>
      idempotency !== 'none' || rateClass === 'move' || rateClass === 'trade' || rateClass === 'heavy';
    const known: readonly string[] = ['player', 'user', 'admin', 'service'];
    expect(idsWhere((e) => acts(e) && !known.includes(e.auth))).toEqual([]);
  });

  it('is an operator with a named scope for the console, and never for the player', () => {
    // Who acts is asked by every operator; what he exports is noted, whatever he may read.
    const ofAll = new Set(['admin.session', 'admin.noteExport']);
    expect(
      idsWhere((e) => (e.auth === 'admin') !== (e.scope !== undefined)).filter((id) => !ofAll.has(id)),
    ).toEqual([]);
    expect(idsWhere((e) => e.auth === 'admin' && !/^\/(?:admin|dev)\//.test(e.path))).toEqual([]);
    expect(Object.values(PLAYER_ENDPOINTS).filter(({ path }) => path.startsWith('/admin/'))).toEqual([]);
  });

  it('is another service for internal paths, and nobody else', () => {
    expect(idsWhere((e) => (e.auth === 'service') !== e.path.startsWith('/internal/'))).toEqual([]);
    expect(idsWhere((e) => e.callers !== undefined && e.auth !== 'service')).toEqual([]);
  });

  it('shares nothing between the two registries but proofs of one’s own account and the way to a socket', () => {
    const player = new Set<EndpointDeclaration>(Object.values(PLAYER_ENDPOINTS));
    const shared = Object.values(ADMIN_ENDPOINTS).filter((endpoint) => player.has(endpoint));
    expect(shared.map(({ id }) => id)).toEqual(['auth.changePassword', 'auth.wsTicket', 'auth.stepUp']);
  });
});
