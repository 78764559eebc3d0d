import type { OperationFailure, OperationKind, OperationState } from '@sw/contracts/region-manager';
import type { AnyStatement, Sql, Statement } from '@sw/db';

export interface OperationError {
  readonly code: OperationFailure;
  readonly step: string;
  readonly message: string;
}

/** What an operation was asked to do; each kind reads its own. */
export type OperationPayload = Readonly<Record<string, unknown>>;

/** One row of `rm.operations`. */
export interface OperationRow {
  readonly id: string;
  readonly region: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly step: string | null;
  readonly failedStep: string | null;
  readonly payload: OperationPayload;
  readonly error: OperationError | null;
  readonly attempts: number;
  readonly requestSha256: Buffer | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const columns = (sql: Sql) => sql`
  id, region, kind, state, step, failed_step, payload, error, attempts, request_sha256, created_at, updated_at`;
const isOpen = (sql: Sql) => sql`state in ('queued', 'running', 'compensating')`;

export const findOperation = (sql: Sql, id: string): Statement<OperationRow[]> =>
  sql<OperationRow[]>`select ${columns(sql)} from rm.operations where id = ${id}`;

export const findByKey = (sql: Sql, key: string): Statement<OperationRow[]> =>
  sql<OperationRow[]>`select ${columns(sql)} from rm.operations where idempotency_key = ${key}`;

/** The open operation of each region named. */
export const findOpen = (sql: Sql, regions: readonly string[]): Statement<OperationRow[]> =>
  sql<OperationRow[]>`
    select ${columns(sql)} from rm.operations where region = any(${[...regions]}::text[]) and ${isOpen(sql)}`;

export const countOpen = (sql: Sql): Statement<{ count: number }[]> =>
  sql<{ count: number }[]>`select count(*)::int as count from rm.operations where ${isOpen(sql)}`;

export interface NewOperation {
  readonly id: string;
  readonly region: string;
  readonly kind: OperationKind;
  readonly payload: OperationPayload;
  readonly idempotencyKey: string | null;
  readonly requestSha256: Buffer | null;
}

export const insertOperation = (sql: Sql, operation: NewOperation): AnyStatement => sql`
  insert into rm.operations (id, region, kind, payload, idempotency_key, request_sha256)
  values (
    ${operation.id}, ${operation.region}, ${operation.kind}, ${JSON.stringify(operation.payload)}::text::jsonb,
    ${operation.idempotencyKey}, ${operation.requestSha256}
  )`;

export interface Lease {
  readonly owner: string;
  readonly forMs: number;
}

const until = (sql: Sql, ms: number) => sql`clock_timestamp() + ${ms}::int * interval '1 millisecond'`;

/** Takes the operation that has waited longest and that nobody works on. */
export const claimOperation = (sql: Sql, lease: Lease): Statement<OperationRow[]> => sql<OperationRow[]>`
  update rm.operations
  set lease_owner = ${lease.owner}, lease_until = ${until(sql, lease.forMs)}
  where id = (
    select id from rm.operations
    where ${isOpen(sql)} and not_before <= clock_timestamp()
      and (lease_until is null or lease_until < clock_timestamp())
    order by not_before, id limit 1 for update skip locked
  )
  returning ${columns(sql)}`;

/** Answers nothing when the lease was lost. */
export const renewLease = (sql: Sql, id: string, lease: Lease): Statement<{ id: string }[]> =>
  sql<{ id: string }[]>`
    update rm.operations set lease_until = ${until(sql, lease.forMs)}
    where id = ${id} and lease_owner = ${lease.owner} returning id`;

/** Where an operation stands now; without a row in answer somebody else has it. */
export interface Progress {
  readonly state: OperationState;
  readonly step: string | null;
  readonly failedStep: string | null;
  readonly attempts: number;
  readonly error: OperationError | null;
}

export const saveProgress = (
  sql: Sql,
  id: string,
  owner: string,
  progress: Progress,
): Statement<{ id: string }[]> => sql<{ id: string }[]>`
  update rm.operations
  set state = ${progress.state}, step = ${progress.step}, failed_step = ${progress.failedStep},
    attempts = ${progress.attempts},
    error = ${progress.error === null ? null : JSON.stringify(progress.error)}::text::jsonb, updated_at = now()
  where id = ${id} and lease_owner = ${owner} returning id`;

/** Gives an operation back, to be taken up again after a while by whoever is first. */
export const parkOperation = (sql: Sql, id: string, owner: string, delayMs: number): AnyStatement => sql`
  update rm.operations
  set lease_owner = null, lease_until = null, not_before = ${until(sql, delayMs)}
  where id = ${id} and lease_owner = ${owner}`;
