import type { OperationKind, RegionState } from '@sw/contracts/region-manager';
import type { AnyStatement, Sql, Tx } from '@sw/db';
import { isUniqueViolation } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../deps.ts';
import type { NewOperation, OperationPayload, OperationRow } from '../store/operations.repository.ts';
import { findByKey, findOpen, insertOperation } from '../store/operations.repository.ts';
import type { RegionRow } from '../store/region-row.ts';
import { lockCapacity, lockRegion } from '../store/regions.repository.ts';

export type Claim = { readonly key: string; readonly requestSha256: Buffer } | null;

/** An operation that somebody asks for. */
export interface Order {
  readonly region: string;
  readonly kind: OperationKind;
  readonly claim: Claim;
  /** Judges the region as it is now; may read more in the transaction. Throws an `AppError` to refuse. */
  readonly judge: (region: RegionRow | undefined, tx: Tx) => Promise<Verdict>;
}

export interface Verdict {
  readonly payload: OperationPayload;
  /** What changes with the request itself, besides the new operation. */
  readonly effects: (sql: Sql) => readonly AnyStatement[];
}

export type Accept = (order: Order) => Promise<{ readonly operationId: string }>;

/**
 * Takes an order in one transaction: the region is locked, judged, and gets its operation, or nothing happens. The
 * same key with the same request answers what it answered before.
 */
export const createAccept = (deps: Pick<Deps, 'db' | 'newId'>, nudge: () => void): Accept => {
  const attempt = ({ region, kind, claim, judge }: Order): Promise<{ readonly operationId: string }> =>
    deps.db.command(async (tx) => {
      // Room on the hosts is decided one after another; orders are rare.
      const [, before, rows, open] = await tx.load(
        lockCapacity(tx.sql),
        findByKey(tx.sql, claim?.key ?? '00000000-0000-0000-0000-000000000000'),
        lockRegion(tx.sql, region),
        findOpen(tx.sql, [region]),
      );
      const [earlier] = before;
      if (earlier !== undefined) return replay(earlier, claim);
      if (open.length > 0) {
        throw new AppError(kind === 'provision' ? 'already_exists' : 'operation_in_progress', {
          operationId: open[0]?.id,
        });
      }
      const { payload, effects } = await judge(rows[0], tx);
      const operation: NewOperation = {
        id: deps.newId(),
        region,
        kind,
        payload,
        idempotencyKey: claim?.key ?? null,
        requestSha256: claim?.requestSha256 ?? null,
      };
      await tx.commit(...effects(tx.sql), insertOperation(tx.sql, operation));
      return { operationId: operation.id };
    });

  return async (order) => {
    try {
      const accepted = await attempt(order);
      nudge();
      return accepted;
    } catch (error) {
      if (isUniqueViolation(error, 'operations_one_open')) throw new AppError('operation_in_progress');
      throw error;
    }
  };
};

const replay = (earlier: OperationRow, claim: Claim): { readonly operationId: string } => {
  if (claim === null || earlier.requestSha256?.equals(claim.requestSha256) !== true) {
    throw new AppError('idempotency_mismatch');
  }
  return { operationId: earlier.id };
};

/** Refuses what is not there, and what is not in one of these states. */
export const assertState = (region: RegionRow | undefined, states: readonly RegionState[]): RegionRow => {
  if (region === undefined) throw new AppError('not_found');
  if (!states.includes(region.state)) throw new AppError('invalid_state', { state: region.state });
  return region;
};
