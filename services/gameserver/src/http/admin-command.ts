import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import type { AnyStatement } from '@sw/db';
import { z } from 'zod';
import type { AuditEntry } from '../audit/audit-row.ts';
import { insertAuditRow } from '../audit/audit-row.ts';
import type { Deps } from '../deps.ts';
import type { OutboxEvent } from '../realtime/outbox.ts';
import type { AdminCaller } from './caller.ts';
import type { Command } from './command.ts';
import { runCommand } from './command.ts';
import { RawReply } from './raw-reply.ts';
import type { RequestContext } from './request-context.ts';

/** What an act of an operator changes, and what of it the audit log keeps. */
export interface AdminChange<E extends EndpointDeclaration> {
  readonly resourceType: string;
  readonly resourceId: string | null;
  /** The record as it was and as it is; only what the act is about, never a secret. */
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
  readonly severity?: AuditEntry['severity'];
  readonly details?: AuditEntry['details'];
  readonly writes: readonly AnyStatement[];
  readonly events?: readonly OutboxEvent[];
  readonly reply: ReplyOf<E>;
}

type AdminContext<E extends EndpointDeclaration> = RequestContext<E> & { readonly caller: AdminCaller };

/**
 * Runs one act of an operator: everything it changes and its audit row in one transaction, so that neither is
 * without the other (rule book, platform 4). With `?dryRun=true` it is judged and described, and nothing is kept.
 *
 * @param action stable noun of the audit log: `users.suspend`
 */
export const runAdminCommand = async <E extends EndpointDeclaration>(
  deps: Deps,
  context: AdminContext<E>,
  action: string,
  work: (command: Pick<Command<E>, 'sql' | 'load'>) => Promise<AdminChange<E>>,
): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const change = await work(command);
    if (isDryRun(context.query)) return describe(context.endpoint, change.reply);
    return command.save({
      writes: [...change.writes, insertAuditRow(deps, command.sql, entryOf(deps, context, action, change))],
      events: change.events ?? [],
      reply: change.reply,
    });
  });

const isDryRun = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'dryRun' in query && query.dryRun === true;

const describe = <E extends EndpointDeclaration>(endpoint: E, reply: ReplyOf<E>): RawReply =>
  new RawReply(
    endpoint.reply === undefined ? '' : JSON.stringify(z.encode(endpoint.reply, reply)),
    {},
    endpoint.reply === undefined ? 204 : 200,
  );

const reasonOf = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'reason' in body && typeof body.reason === 'string'
    ? body.reason
    : null;

const pathOf = (endpoint: EndpointDeclaration, params: unknown): string =>
  endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );

const entryOf = <E extends EndpointDeclaration>(
  deps: Deps,
  context: AdminContext<E>,
  action: string,
  change: AdminChange<E>,
): AuditEntry => ({
  ...operatorOf(context),
  action,
  method: context.endpoint.method,
  path: pathOf(context.endpoint, context.params),
  statusCode: context.endpoint.status,
  durationMs: Math.max(0, deps.clock() - context.nowMs),
  resourceType: change.resourceType,
  resourceId: change.resourceId,
  outcome: 'success',
  severity: change.severity ?? 'notice',
  before: change.before ?? null,
  after: change.after ?? null,
  reason: reasonOf(context.body),
  ...(change.details === undefined ? {} : { details: change.details }),
});

/** Who acts and from where, as the audit log names him. */
export const operatorOf = (context: {
  readonly caller: AdminCaller;
  readonly nowMs: number;
  readonly ip: string;
  readonly requestId: string;
  readonly userAgent: string;
}) =>
  ({
    nowMs: context.nowMs,
    ip: context.ip,
    requestId: context.requestId,
    userAgent: context.userAgent,
    actorType: 'admin',
    actorUserId: context.caller.userId,
    sessionId: context.caller.sessionId,
  }) as const;
