import { isIP } from 'node:net';
import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { AddressBlocks } from '../../http/address-blocks.ts';
import { holdsAddress } from '../../http/address-blocks.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { ListKey } from '../../http/admin-list.ts';
import { beginList } from '../../http/admin-list.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { BlockRow } from './security.repository.ts';
import { blockColumns, blockTables, presentBlock } from './security.repository.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

const HOUR_MS = 3_600_000;
/** Wider networks are half of the internet. */
const WIDEST = { 4: 8, 6: 16 } as const;

/** A page of the blocks, the latest first. */
export const listBlocks = async (
  deps: Deps,
  { query, nowMs }: RequestContext<Endpoints['listBlocks']>,
): Promise<ReplyOf<Endpoints['listBlocks']>> => {
  const { sql } = deps.db;
  const list = beginList(
    deps,
    sql,
    {
      name: 'blocks',
      id: sql`b.id`,
      sorts: { createdAt: { by: sql`b.created_at`, type: 'timestamptz' } },
      defaultSort: '-createdAt',
    },
    query,
  );
  const matching = sql`
    (${query.state ?? null}::text IS NULL
     OR (b.lifted_at IS NULL AND b.expires_at > ${new Date(nowMs)}) = (${query.state ?? null}::text = 'active'))
    AND (${query.q ?? null}::text IS NULL OR b.cidr::text = ${query.q ?? null} OR host(b.cidr) = ${query.q ?? null})`;
  const [rows, [counted]] = await Promise.all([
    sql<(BlockRow & ListKey)[]>`
      SELECT ${list.keys}, ${blockColumns(sql)} FROM ${blockTables(sql)}
      WHERE ${matching} AND ${list.after} ${list.order}`,
    query.withTotal === true
      ? sql<{ total: number }[]>`SELECT count(*)::int AS total FROM ${blockTables(sql)} WHERE ${matching}`
      : [],
  ]);
  return { ...list.page(rows, presentBlock), total: counted?.total ?? null };
};

/** An address or a network as it is kept: `203.0.113.7/32`. @throws AppError `validation_failed` */
export const networkOf = (text: string): string => {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  const bits = family === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  const isFine =
    (family === 4 || family === 6) && rest.length === 0 && length <= bits && length >= WIDEST[family];
  if (isFine) return `${address}/${length}`;
  const errors = [{ path: '/cidr', code: 'invalid_format', message: 'must be an address or a network' }];
  throw new AppError('validation_failed', {}, { errors });
};

/** Blocks a network for a time. @throws AppError `own_address`, `already_exists` */
export const createBlock = async (
  deps: Deps,
  blocks: AddressBlocks,
  context: RequestContext<Endpoints['createBlock']>,
): Promise<RawReply> => {
  const { reason, hours } = context.body;
  const network = networkOf(context.body.cidr);
  if (holdsAddress(network, context.ip)) throw new AppError('own_address');
  const id = deps.newId();
  const now = new Date(context.nowMs);
  const reply = await runAdminCommand(deps, context, 'security.block', async ({ sql, load }) => {
    const [made] = await load(
      sql<{ id: string }[]>`
        INSERT INTO ip_blocks (id, cidr, reason, created_by, created_at, expires_at)
        SELECT ${id}::uuid, network(${network}::text::inet), ${reason}, ${context.caller.userId}::uuid, ${now}::timestamptz,
               ${new Date(context.nowMs + hours * HOUR_MS)}::timestamptz
        WHERE NOT EXISTS (SELECT 1 FROM ip_blocks b WHERE b.cidr = network(${network}::text::inet)
                          AND b.lifted_at IS NULL AND b.expires_at > ${now})
        RETURNING id`,
    );
    if (made.length === 0) throw new AppError('already_exists', { field: 'cidr' });
    const [[row]] = await load(
      sql<BlockRow[]>`SELECT ${blockColumns(sql)} FROM ${blockTables(sql)} WHERE b.id = ${id}`,
    );
    if (row === undefined) throw new AppError('not_found');
    const block = presentBlock(row);
    return {
      resourceType: 'block',
      resourceId: block.cidr,
      severity: 'high',
      after: { cidr: block.cidr, expiresAt: block.expiresAt },
      writes: [],
      reply: block,
    };
  });
  await blocks.refresh(context.nowMs);
  return reply;
};

/** Lifts a block; one that is over does not exist any more. */
export const liftBlock = async (
  deps: Deps,
  blocks: AddressBlocks,
  context: RequestContext<Endpoints['liftBlock']>,
): Promise<RawReply> => {
  const { id } = context.params;
  const reply = await runAdminCommand(deps, context, 'security.unblock', async ({ sql, load }) => {
    const now = new Date(context.nowMs);
    const [lifted] = await load(
      sql<{ id: string }[]>`
        UPDATE ip_blocks SET lifted_at = ${now}, lifted_by = ${context.caller.userId}
        WHERE id = ${id} AND lifted_at IS NULL AND expires_at > ${now} RETURNING id`,
    );
    if (lifted.length === 0) throw new AppError('not_found');
    const [[row]] = await load(
      sql<BlockRow[]>`SELECT ${blockColumns(sql)} FROM ${blockTables(sql)} WHERE b.id = ${id}`,
    );
    if (row === undefined) throw new AppError('not_found');
    const block = presentBlock(row);
    return {
      resourceType: 'block',
      resourceId: block.cidr,
      severity: 'warning',
      before: { liftedAt: null },
      after: { liftedAt: block.liftedAt },
      writes: [],
      reply: block,
    };
  });
  await blocks.refresh(context.nowMs);
  return reply;
};
