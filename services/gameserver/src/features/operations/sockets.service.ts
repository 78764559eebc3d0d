import type { ReplyOf } from '@sw/contracts';
import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { toMoment } from '../../platform/clock.ts';
import { event, GLOBAL_CHANNEL, playerChannel, regionChannel, socketClosing } from '../../realtime/outbox.ts';
import { SILENT_MS } from './process-sampler.ts';
import { findSamples } from './samples.repository.ts';
import type { BroadcastRow } from './sockets.repository.ts';
import {
  countSockets,
  findBroadcasts,
  findSocket,
  findSockets,
  findTarget,
  insertBroadcast,
} from './sockets.repository.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

const SHOWN_SOCKETS = 200;
const SHOWN_BROADCASTS = 50;

/** The fleet as its processes last measured themselves, and who is connected to them. */
export const readRealtimeStats = async (
  deps: Deps,
  nowMs: number,
): Promise<ReplyOf<Endpoints['getRealtimeStats']>> => {
  const { sql } = deps.db;
  const [samples, sockets, count] = await Promise.all([
    findSamples(sql, new Date(nowMs - SILENT_MS)),
    findSockets(sql, SHOWN_SOCKETS),
    countSockets(sql),
  ]);
  const latest = new Map(samples.map((sample) => [sample.processId, sample]));
  return {
    at: toMoment(nowMs),
    processes: [...latest.values()].map(({ processId, slot, ...sample }) => ({
      processId,
      measuredAt: toMoment(slot.getTime()),
      playerSockets: sample.playerSockets,
      adminSockets: sample.adminSockets,
      rooms: sample.rooms,
      poolInUse: sample.poolInUse,
      poolSize: sample.poolSize,
      eventLoopLagMs: Math.round(sample.eventLoopLagMs * 10) / 10,
      memoryBytes: sample.memoryBytes,
    })),
    total: count[0]?.total ?? 0,
    connections: sockets.map(({ openedAt, ...socket }) => ({
      ...socket,
      openedAt: toMoment(openedAt.getTime()),
    })),
  };
};

/** Closes a socket wherever it is; its client may come back. */
export const closeConnection = (
  deps: Deps,
  context: RequestContext<Endpoints['closeConnection']>,
): Promise<RawReply> =>
  runAdminCommand(deps, context, 'realtime.close', async ({ sql, load }) => {
    const [[socket]] = await load(findSocket(sql, context.params.id));
    if (socket === undefined) throw new AppError('not_found');
    return {
      resourceType: 'socket',
      resourceId: socket.id,
      details: { name: socket.name, audience: socket.audience },
      writes: [],
      events: [socketClosing(socket.id)],
      reply: undefined,
    };
  });

export const readBroadcasts = async (deps: Deps): Promise<ReplyOf<Endpoints['listBroadcasts']>> => ({
  items: (await findBroadcasts(deps.db.sql, SHOWN_BROADCASTS)).map(present),
});

/** Tells players something: as an announcement in the game, and in the event log of whom it names. */
export const sendBroadcast = (
  deps: Deps,
  context: RequestContext<Endpoints['sendBroadcast']>,
): Promise<RawReply> =>
  runAdminCommand(deps, context, 'realtime.broadcast', async ({ sql, load }) => {
    const { scope, text, priority } = context.body;
    const targetId = context.body.targetId ?? null;
    if ((scope === 'global') !== (targetId === null)) {
      const errors = [{ path: '/targetId', code: 'invalid_value', message: 'belongs to region and player' }];
      throw new AppError('validation_failed', {}, { errors });
    }
    const { userId } = context.caller;
    const [[target]] = await load(findTarget(sql, scope, targetId, userId));
    if (target?.exists !== true) throw new AppError('not_found');
    const row = { id: deps.newId(), at: new Date(context.nowMs), scope, targetId, text, priority };
    const at = toMoment(context.nowMs);
    return {
      resourceType: 'broadcast',
      resourceId: row.id,
      after: { scope, targetId, text, priority },
      writes: [insertBroadcast(sql, { ...row, userId })],
      events: [event(channelOf(scope, targetId ?? ''), 'system.announcement', { text, priority, at })],
      reply: present({ ...row, by: target.username }),
    };
  });

const channelOf = (scope: BroadcastRow['scope'], targetId: string): string => {
  if (scope === 'global') return GLOBAL_CHANNEL;
  return scope === 'region' ? regionChannel(targetId) : playerChannel(targetId);
};

const present = ({ at, ...row }: BroadcastRow) => ({ ...row, at: toMoment(at.getTime()) });
