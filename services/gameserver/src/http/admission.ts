import type { EndpointDeclaration } from '@sw/contracts';
import { homeOf } from '@sw/contracts';
import type { Metrics, VerifyServiceToken } from '@sw/service-kit';
import { AppError } from '@sw/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NoteDenied } from '../audit/note-denied.ts';
import type { Clock } from '../platform/clock.ts';
import { toMoment } from '../platform/clock.ts';
import type { AddressBlocks } from './address-blocks.ts';
import type { Authenticate } from './authenticate.ts';
import { ENROL_SCOPE } from './authenticate.ts';
import type { Caller, Holding, ServiceCaller, UserCaller } from './caller.ts';
import type { RateDecision } from './gcra.ts';
import type { RateClasses } from './rate-classes.ts';
import { addressClassOf } from './rate-classes.ts';

/** Where nobody knows when it ends. */
const MAINTENANCE_RETRY_S = 60;
const MAX_USER_AGENT = 300;
const MAX_PATH = 300;

/** Who asks, from where and when: known before a byte of the body is read. */
export interface Admission {
  readonly caller: Caller;
  readonly ip: string;
  readonly nowMs: number;
}

export interface Gatekeeper {
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly verifyService: VerifyServiceToken;
  readonly rates: RateClasses;
  readonly metrics: Metrics;
  readonly clientIp: (request: FastifyRequest) => string;
  readonly noteDenied: NoteDenied;
  readonly blocks: AddressBlocks;
  /** The maintenance that is at a moment. */
  readonly maintenance: (nowMs: number) => { readonly endsAtMs: number | null } | null;
}

/** What somebody may do whose password was chosen by another (rule book, platform 3.8). */
const OPEN_BEFORE_PASSWORD: ReadonlySet<string> = new Set([
  'auth.changePassword',
  'auth.stepUp',
  'auth.mfa',
  'auth.mfaSetup',
  'auth.mfaConfirm',
]);

/** How long a full proof opens what is dangerous (rule book, platform 3.7). */
const PROOF_LIFE_MS = 15 * 60_000;

/**
 * The first stations of a request, in the order of the rule book (platform 4): address class,
 * authentication, user class, then what the endpoint asks of the caller.
 */
export const admit = async (
  keeper: Gatekeeper,
  endpoint: EndpointDeclaration,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Admission> => {
  const nowMs = keeper.clock();
  reply.header('date', new Date(nowMs).toUTCString());
  reply.header('x-server-time', toMoment(nowMs));
  const ip = keeper.clientIp(request);
  if (keeper.blocks.isBlocked(ip, nowMs)) throw new AppError('forbidden');
  const token = bearerOf(request);
  const addressClass = addressClassOf(endpoint.method, endpoint.path, token !== undefined);
  const addressRate = await keeper.rates.address[addressClass].take(ip, nowMs);
  passRate(keeper, addressClass, addressRate, reply);
  if (endpoint.auth === 'public' || endpoint.auth === 'cookie') {
    return { caller: { kind: 'anonymous' }, ip, nowMs };
  }

  if (token === undefined) throw new AppError('unauthenticated');
  if (endpoint.auth === 'service') {
    return { caller: await admitService(keeper, endpoint, token, nowMs), ip, nowMs };
  }
  const caller = await keeper.authenticate(token, nowMs);
  const userRate = await keeper.rates.user[endpoint.rateClass].take(caller.userId, nowMs);
  if (!userRate.isAllowed || userRate.remaining < addressRate.remaining) {
    passRate(keeper, endpoint.rateClass, userRate, reply);
  }
  await noteMissingScope(keeper, caller, endpoint, { request, ip, nowMs });
  assertMay(caller, endpoint);
  assertOpen(keeper, caller, endpoint, nowMs);
  if (endpoint.stepUp === true) assertProved(caller, nowMs);
  return { caller, ip, nowMs };
};

/** Services count by address only: there are few of them, and each is known. */
const admitService = async (
  keeper: Gatekeeper,
  endpoint: EndpointDeclaration,
  token: string,
  nowMs: number,
): Promise<ServiceCaller> => {
  const { issuer, scope } = await keeper.verifyService(token, nowMs);
  const kind = issuer.startsWith('region:') ? 'region' : issuer;
  if (endpoint.callers?.some((allowed) => allowed === kind) === false) throw new AppError('forbidden');
  if (endpoint.scope !== undefined && scope !== endpoint.scope) {
    throw new AppError('missing_scope', { scope: endpoint.scope });
  }
  return { kind: 'service', issuer, scope };
};

/** Shows how much is left, and refuses when it is nothing. */
const passRate = (keeper: Gatekeeper, rateClass: string, rate: RateDecision, reply: FastifyReply): void => {
  reply.header('ratelimit-limit', rate.limit);
  reply.header('ratelimit-remaining', rate.remaining);
  reply.header('ratelimit-reset', Math.ceil(rate.resetMs / 1000));
  if (rate.isAllowed) return;
  keeper.metrics.rateLimit.hits.inc({ class: rateClass });
  throw new AppError('rate_limited', {}, { retryAfterS: Math.max(1, Math.ceil(rate.retryAfterMs / 1000)) });
};

const assertMay = (caller: UserCaller, endpoint: EndpointDeclaration): void => {
  if (caller.mustChangePassword && !OPEN_BEFORE_PASSWORD.has(endpoint.id)) {
    throw new AppError('password_change_required');
  }
  if (endpoint.auth === 'admin') {
    assertAdmin(caller, endpoint.scope);
    return;
  }
  if (caller.kind === 'admin') {
    if (endpoint.tag !== 'auth' || endpoint.auth !== 'user') throw new AppError('forbidden');
    return;
  }
  if (caller.isSuspended && endpoint.method !== 'GET') throw new AppError('account_suspended');
  if (endpoint.auth === 'player' && !caller.hasCompletedFirstLogin) {
    throw new AppError('first_login_required');
  }
  if (homeOf(endpoint) === 'world') assertHeld(caller.holding);
};

/** In maintenance players look, sign in and out, and do nothing else; operators go on. */
const assertOpen = (
  keeper: Gatekeeper,
  caller: Caller,
  endpoint: EndpointDeclaration,
  nowMs: number,
): void => {
  if (caller.kind !== 'player' || endpoint.method === 'GET' || endpoint.tag === 'auth') return;
  const maintenance = keeper.maintenance(nowMs);
  if (maintenance === null) return;
  const { endsAtMs } = maintenance;
  const retryAfterS =
    endsAtMs === null ? MAINTENANCE_RETRY_S : Math.max(1, Math.ceil((endsAtMs - nowMs) / 1000));
  throw new AppError('maintenance', endsAtMs === null ? {} : { until: toMoment(endsAtMs) }, { retryAfterS });
};

/**
 * Refuses whoever has not proved in full who he is within 15 minutes, naming what this account can prove itself by.
 *
 * @throws AppError `step_up_required`
 */
export const assertProved = (caller: UserCaller, nowMs: number): void => {
  if (caller.provedAtMs !== null && nowMs - caller.provedAtMs <= PROOF_LIFE_MS) return;
  throw new AppError('step_up_required', {
    methods: caller.hasSecondFactor ? ['totp', 'backup'] : ['password'],
  });
};

/** Every attempt of an operator without the scope is kept (rule book, platform 4). */
const noteMissingScope = async (
  keeper: Gatekeeper,
  caller: UserCaller,
  endpoint: EndpointDeclaration,
  { request, ip, nowMs }: { readonly request: FastifyRequest; readonly ip: string; readonly nowMs: number },
): Promise<void> => {
  const { scope } = endpoint;
  if (caller.kind !== 'admin' || endpoint.auth !== 'admin' || scope === undefined) return;
  if (caller.mustChangePassword || caller.scopes.has(scope)) return;
  await keeper.noteDenied({
    caller,
    endpoint,
    scope,
    ip,
    nowMs,
    requestId: request.id,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT),
    path: (request.url.split('?', 1)[0] ?? '').slice(0, MAX_PATH),
  });
};

/** A server plays only whom it holds; where he is the hub tells (`GET /journeys/current`). */
export const assertHeld = (holding: Holding): void => {
  if (holding !== 'here') throw new AppError(holding === 'leaving' ? 'in_transit' : 'wrong_region');
};

const assertAdmin = (caller: UserCaller, scope: string | undefined): void => {
  if (caller.kind !== 'admin') throw new AppError('forbidden');
  if (caller.scopes.has(ENROL_SCOPE)) throw new AppError('mfa_required');
  if (scope !== undefined && !caller.scopes.has(scope)) throw new AppError('missing_scope', { scope });
};

const bearerOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined;
};
