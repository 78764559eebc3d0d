import type { BodyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { AnyStatement, Sql, Tx } from '@sw/db';
import type { LifecycleAct } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import { insertAuditRow } from '../../audit/audit-row.ts';
import type { Deps } from '../../deps.ts';
import type { AdminCaller } from '../../http/caller.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { regionsChanged } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { findOwnerByName } from './admin-regions.repository.ts';
import { actOnLife } from './lifecycle.ts';
import { callManager } from './manager-client.ts';
import type { RegistryRow } from './region.repository.ts';
import {
  countRegions,
  findOwner,
  findRegion,
  insertStep,
  lockRegion,
  touchRegistry,
} from './region.repository.ts';
import type { RegionRequest } from './register-region.ts';
import { assertMakeable, registerRegion, registrationLoads } from './register-region.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

/** Who acts, from where, and why. */
export interface Operator {
  readonly caller: AdminCaller;
  readonly ip: string;
  readonly requestId: string;
  readonly nowMs: number;
  readonly reason: string;
}

type Details = Readonly<Record<string, string | number | boolean | null>>;

const auditRow = (
  deps: Deps,
  sql: Sql,
  { caller, ip, requestId, nowMs, reason }: Operator,
  action: string,
  details: Details & { readonly region: string },
): AnyStatement =>
  insertAuditRow(deps, sql, {
    nowMs,
    ip,
    requestId,
    actorType: 'admin',
    actorUserId: caller.userId,
    sessionId: caller.sessionId,
    action,
    resourceType: 'region',
    resourceId: details.region,
    outcome: 'success',
    severity: 'high',
    reason,
    details,
  });

const ownerIdOf = async (deps: Deps, username: string): Promise<string> => {
  const [owner] = await findOwnerByName(deps.db.sql, username);
  if (owner === undefined) throw new AppError('not_entitled');
  return owner.id;
};

/** Registers a region for somebody; the loop of the jobs makes it, or hands it to the region-manager. */
export const orderRegion = async (
  deps: Deps,
  operator: Operator,
  body: BodyOf<Endpoints['createRegion']>,
): Promise<void> => {
  const { federationEnd, borderEnd, ...shifts } = body.zones;
  const request: RegionRequest = {
    name: body.name,
    title: body.displayName,
    ownerUserId: await ownerIdOf(deps, body.owner),
    sectorCount: body.totalSectors,
    tuning: {
      ...(federationEnd === undefined ? {} : { federationEnd }),
      ...(borderEnd === undefined ? {} : { borderEnd }),
      shifts: Object.fromEntries(Object.entries(shifts).filter(([, shift]) => shift !== undefined)),
    },
    seed: body.seed,
  };
  assertMakeable(request);
  if (!deps.atlas().regions.some(({ kind }) => kind === 'central_nexus')) {
    throw new AppError('invalid_state', { why: 'no_nexus' });
  }
  await deps.db.command(async (tx) => {
    const { sql } = tx;
    const loaded = await tx.load(...registrationLoads(sql, request));
    const { id, code, writes } = registerRegion(deps, sql, request, loaded, operator.nowMs);
    await tx.commit(
      ...writes,
      ...(body.resources === undefined
        ? []
        : [sql`UPDATE regions SET resources = ${sql.json(body.resources)} WHERE id = ${id}`]),
      auditRow(deps, sql, operator, 'regions.create', {
        region: body.name,
        code,
        owner: request.ownerUserId,
        sectors: request.sectorCount,
      }),
    );
  });
};

interface Change {
  readonly writes: readonly AnyStatement[];
  readonly events?: readonly OutboxEvent[];
  readonly action: string;
  readonly details: Details;
}

/** One act on a player-owned region: judged under its lock, audited in the same transaction. */
const changeRegion = (
  deps: Deps,
  operator: Operator,
  name: string,
  judge: (tx: Tx, region: RegistryRow) => Promise<Change> | Change,
): Promise<void> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [, [region]] = await tx.load(touchRegistry(sql), lockRegion(sql, name));
    if (region === undefined || region.kind !== 'player_owned') throw new AppError('not_found');
    const { writes, events = [], action, details } = await judge(tx, region);
    const audit = auditRow(deps, sql, operator, action, { region: name, before: region.status, ...details });
    await saveAndTell(deps, tx, operator.nowMs, [...writes, audit], events);
  });

/** Suspends, resumes, ends or tries a region again. */
export const changeLife = (
  deps: Deps,
  operator: Operator,
  name: string,
  act: LifecycleAct,
  seed?: string,
): Promise<void> =>
  changeRegion(deps, operator, name, ({ sql }, region) => {
    const { status, writes, events } = actOnLife(sql, region, act, operator.nowMs);
    const isReseeded = seed !== undefined && status === 'pending';
    return {
      action: `regions.${act}`,
      details: { after: status },
      writes: [
        ...writes,
        ...(isReseeded ? [sql`UPDATE regions SET seed = ${seed} WHERE id = ${region.id}`] : []),
      ],
      // What never was part of the galaxy is nobody's news.
      events: act === 'retry' || region.status === 'failed' ? [] : events,
    };
  });

/** Gives a region to somebody else; refuses like a new region would be. */
export const transferRegion = async (
  deps: Deps,
  operator: Operator,
  name: string,
  username: string,
): Promise<void> => {
  const ownerUserId = await ownerIdOf(deps, username);
  await changeRegion(deps, operator, name, async (tx, region) => {
    const { sql } = tx;
    const isOver = region.status === 'terminated' || region.status === 'purged';
    if (isOver || region.ownerUserId === ownerUserId) {
      throw new AppError('invalid_state', { regionStatus: region.status });
    }
    const [[owner], [count]] = await tx.load(findOwner(sql, ownerUserId), countRegions(sql, ownerUserId));
    if (owner?.isEntitled !== true) throw new AppError('not_entitled');
    const limit = deps.config.maxRegionsPerUser;
    if ((count?.owned ?? 0) >= limit) throw new AppError('quota_reached', { limit });
    return {
      action: 'regions.transfer',
      details: { from: region.ownerUserId, to: ownerUserId },
      writes: [
        sql`UPDATE regions SET owner_user_id = ${ownerUserId}, version = version + 1 WHERE id = ${region.id}`,
        insertStep(sql, region.id, operator.nowMs, {
          step: 'transferred',
          outcome: 'done',
          detail: owner.username,
        }),
      ],
      events: [regionsChanged(name)],
    };
  });
};

/** Passes an order for the server of a region on; audited when the manager took it. */
export const steerServer = async (
  deps: Deps,
  operator: Operator,
  name: string,
  order:
    | { readonly kind: 'restart' }
    | { readonly kind: 'scale'; readonly body: BodyOf<Endpoints['scaleRegion']> },
): Promise<void> => {
  const [region] = await findRegion(deps.db.sql, name);
  if (region === undefined) throw new AppError('not_found');
  if (!region.isManaged) throw new AppError('invalid_state', { why: 'not_managed' });
  const params = { name };
  let details: Details = {};
  if (order.kind === 'restart') {
    details = { operation: (await callManager(deps, 'restartRegion', { params })).operationId };
  } else {
    const { reason: _reason, ...resources } = order.body;
    const { operationId } = await callManager(deps, 'scaleRegion', { params, body: resources });
    details = { operation: operationId, ...resources, diskGb: resources.diskGb ?? null };
  }
  await deps.db.write((sql) => [
    insertStep(sql, region.id, operator.nowMs, { step: order.kind, outcome: 'begun' }),
    auditRow(deps, sql, operator, `regions.${order.kind}`, { region: name, ...details }),
  ]);
};
