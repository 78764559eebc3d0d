import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import { isErrorCode } from '@sw/contracts/errors';
import type { Answers, AnyStatement, Sql, Tx } from '@sw/db';
import type { Refusal } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { commitAndTell } from '../realtime/commit-and-tell.ts';
import type { OutboxEvent } from '../realtime/outbox.ts';
import { insertOutboxRow } from '../realtime/outbox.ts';
import { assertHeld } from './admission.ts';
import type { Holding } from './caller.ts';
import { RawReply } from './raw-reply.ts';
import type { IdempotencyClaim } from './request-context.ts';

/** What of a request a command needs; every `RequestContext` is one. */
export interface CommandRequest<E extends EndpointDeclaration = EndpointDeclaration> {
  readonly endpoint: E;
  readonly idempotency: IdempotencyClaim | null;
  readonly nowMs: number;
}

/** What a command wants kept, told and answered. */
export interface Outcome<E extends EndpointDeclaration> {
  readonly writes: readonly AnyStatement[];
  readonly events: readonly OutboxEvent[];
  readonly reply: ReplyOf<E>;
  /** When it is not the one of the endpoint: 202 for what has only begun. */
  readonly status?: number;
}

/**
 * One command as a service sees it: load (and lock), decide, save. The idempotency row travels with the
 * first load, the answer, the outbox row and COMMIT with the writes: two network flushes in all
 * (rule book, README 5).
 */
export interface Command<E extends EndpointDeclaration> {
  readonly sql: Sql;
  load<const T extends readonly AnyStatement[]>(...statements: T): Promise<Answers<T>>;
  save(outcome: Outcome<E>): Promise<RawReply>;
}

/** Thrown out of `load` when the key was used before: the stored answer is sent again. */
class Replay extends Error {
  readonly reply: RawReply;
  constructor(reply: RawReply) {
    super('replay');
    this.reply = reply;
  }
}

/**
 * Runs one command in one READ COMMITTED transaction. A refusal is thrown and rolls everything back, the
 * idempotency row included, so that the same key may be sent again.
 */
export const runCommand = async <E extends EndpointDeclaration>(
  deps: Deps,
  context: CommandRequest<E>,
  work: (command: Command<E>) => Promise<RawReply>,
): Promise<RawReply> => {
  try {
    return await deps.db.command((tx) => work(createCommand(deps, context, tx)));
  } catch (error) {
    if (error instanceof Replay) return error.reply;
    throw error;
  }
};

const createCommand = <E extends EndpointDeclaration>(
  deps: Deps,
  context: CommandRequest<E>,
  tx: Tx,
): Command<E> => {
  const claim = context.idempotency;
  let isClaimed = claim === null;

  return {
    sql: tx.sql,
    load: async (...statements) => {
      if (isClaimed || claim === null) {
        const loaded = await timed(deps, 'command.load', () => tx.load(...statements));
        assertPlayable(loaded as unknown as LoadedRows, claim?.userId);
        return loaded;
      }
      isClaimed = true;
      const claiming = tx.sql`
        INSERT INTO idempotency_keys (user_id, key, route, body_sha256, created_at)
        VALUES (${claim.userId}, ${claim.key}, ${claim.route}, ${claim.bodySha256}, ${new Date(context.nowMs)})
        ON CONFLICT DO NOTHING RETURNING 1 AS one`;
      const [inserted, ...answers] = await timed(deps, 'command.load', () =>
        tx.load(claiming, ...statements),
      );
      if ((inserted as unknown as readonly unknown[]).length === 0) throw await replayOf(tx, context);
      assertPlayable(answers as unknown as LoadedRows, claim.userId);
      return answers as never;
    },
    save: async ({ writes, events, reply, status }) => {
      const { endpoint } = context;
      const body = endpoint.reply === undefined ? '' : JSON.stringify(z.encode(endpoint.reply, reply));
      const { sql } = tx;
      const bookkeeping = [
        ...(events.length === 0 ? [] : [insertOutboxRow(sql, deps.processId, context.nowMs, events)]),
        ...(claim === null
          ? []
          : [
              sql`UPDATE idempotency_keys SET status = ${status ?? endpoint.status}, response = ${body}
                  WHERE user_id = ${claim.userId} AND key = ${claim.key}`,
            ]),
      ];
      await commitAndTell(deps, events, () =>
        timed(deps, 'command.commit', () => tx.commit(...writes, ...bookkeeping)),
      );
      return new RawReply(body, {}, status);
    },
  };
};

type LoadedRows = readonly (readonly { readonly holding?: Holding; readonly userId?: string }[])[];

/**
 * The fence of every command (rule book, platform 8.4): under his lock, a player another server holds, or who is under
 * way, is not played here, whatever the gate knew.
 */
const assertPlayable = (answers: LoadedRows, userId: string | undefined): void => {
  for (const [first] of answers) {
    if (first?.holding === undefined || (userId !== undefined && first.userId !== userId)) continue;
    assertHeld(first.holding);
  }
};

/** Measures one flush. */
const timed = async <T>(deps: Deps, name: string, flush: () => Promise<T>): Promise<T> => {
  const stopTimer = deps.metrics.database.querySeconds.startTimer({ name });
  try {
    return await flush();
  } finally {
    stopTimer();
  }
};

const replayOf = async (tx: Tx, context: CommandRequest): Promise<Replay> => {
  const claim = context.idempotency;
  if (claim === null) throw new Error('a replay without a key');
  const [rows] = await tx.load(
    tx.sql<{ route: string; bodySha256: Uint8Array; status: number | null; response: string | null }[]>`
      SELECT route, body_sha256, status, response FROM idempotency_keys
      WHERE user_id = ${claim.userId} AND key = ${claim.key}`,
  );
  const stored = rows[0];
  if (stored === undefined || stored.response === null || stored.status === null) throw new AppError('busy');
  const isSame = stored.route === claim.route && claim.bodySha256.equals(stored.bodySha256);
  if (!isSame) throw new AppError('idempotency_mismatch');
  return new Replay(new RawReply(stored.response, { 'idempotent-replay': 'true' }, stored.status));
};

/** Details of a refusal that are moments; rules count in milliseconds, the wire carries RFC 3339. */
const MOMENTS = new Set(['until', 'availableAt', 'nextAt', 'resetsAt', 'dueAt']);

/** Turns a refusal of the rules into the answer a client gets. */
export const refusalError = (refusal: Refusal): AppError => {
  const details = Object.fromEntries(
    Object.entries(refusal.details).map(([key, value]) => [
      key,
      MOMENTS.has(key) && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  );
  if (!isErrorCode(refusal.code))
    return new AppError('internal', {}, { cause: new Error(`unregistered ${refusal.code}`) });
  if (refusal.code === 'validation_failed' && Array.isArray(details['errors'])) {
    const errors = (details['errors'] as { path: string; code: string }[]).map((error) => ({
      ...error,
      message: error.code,
    }));
    return new AppError('validation_failed', {}, { errors });
  }
  return new AppError(refusal.code, details);
};

/** Throws the refusal when there is one. */
export const assertAllowed = (refusal: Refusal | null): void => {
  if (refusal !== null) throw refusalError(refusal);
};
