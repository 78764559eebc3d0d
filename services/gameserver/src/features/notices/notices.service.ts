import type { ADMIN_ENDPOINTS, MaintenanceWindow } from '@sw/contracts/admin';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { toMoment } from '../../platform/clock.ts';
import type { MaintenanceSpan, ServerNotices } from '../../platform/server-notices.ts';
import { isOver, maintenanceAt } from '../../platform/server-notices.ts';
import { event, GLOBAL_CHANNEL, noticesChanged } from '../../realtime/outbox.ts';
import { lockNotices, saveMaintenance, saveMotd } from './notices.repository.ts';
import { noticesOf } from './notices-keeper.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

/** What an operator sees of it; maintenance that is over is none. */
export const presentNotices = (
  notices: ServerNotices,
  nowMs: number,
): { window: MaintenanceWindow | null; motd: string | null } => {
  const { maintenance, motd } = notices;
  if (maintenance === null || isOver(maintenance, nowMs)) return { window: null, motd };
  const { startsAtMs, endsAtMs, text } = maintenance;
  return {
    window: {
      startsAt: toMoment(startsAtMs),
      endsAt: endsAtMs === null ? null : toMoment(endsAtMs),
      text,
      isActive: maintenanceAt(notices, nowMs) !== null,
    },
    motd,
  };
};

/** Begins, plans or ends maintenance (rule book, platform 13); every player hears of it at once. */
export const setMaintenance = (
  deps: Deps,
  context: RequestContext<Endpoints['setMaintenance']>,
): Promise<RawReply> =>
  runAdminCommand(deps, context, 'system.maintenance', async ({ sql, load }) => {
    const { nowMs } = context;
    const [rows] = await load(lockNotices(sql));
    const before = noticesOf(rows);
    const maintenance = spanOf(context.body.window, nowMs);
    const after = { ...before, maintenance };
    const told = maintenance ?? { startsAtMs: nowMs, endsAtMs: nowMs, text: '' };
    return {
      resourceType: 'system',
      resourceId: 'maintenance',
      severity: 'high',
      before: { ...presentNotices(before, nowMs) },
      after: { ...presentNotices(after, nowMs) },
      writes: [saveMaintenance(sql, maintenance, new Date(nowMs))],
      events: [
        noticesChanged(),
        event(GLOBAL_CHANNEL, 'system.maintenance', {
          text: told.text,
          startsAt: toMoment(told.startsAtMs),
          endsAt: told.endsAtMs === null ? null : toMoment(told.endsAtMs),
        }),
      ],
      reply: presentNotices(after, nowMs),
    };
  });

const spanOf = (
  window: { startsAt?: string | undefined; endsAt?: string | undefined; text: string } | null,
  nowMs: number,
): MaintenanceSpan | null => {
  if (window === null) return null;
  const startsAtMs = Math.max(nowMs, window.startsAt === undefined ? nowMs : Date.parse(window.startsAt));
  const endsAtMs = window.endsAt === undefined ? null : Date.parse(window.endsAt);
  if (endsAtMs !== null && endsAtMs <= startsAtMs) {
    const errors = [{ path: '/window/endsAt', code: 'too_small', message: 'must be after the start' }];
    throw new AppError('validation_failed', {}, { errors });
  }
  return { startsAtMs, endsAtMs, text: window.text };
};

/** Sets the message of the day. */
export const setMotd = (deps: Deps, context: RequestContext<Endpoints['setMotd']>): Promise<RawReply> =>
  runAdminCommand(deps, context, 'system.motd', async ({ sql, load }) => {
    const [rows] = await load(lockNotices(sql));
    const before = noticesOf(rows);
    const after = { ...before, motd: context.body.text };
    return {
      resourceType: 'system',
      resourceId: 'motd',
      before: { motd: before.motd },
      after: { motd: after.motd },
      writes: [saveMotd(sql, after.motd, new Date(context.nowMs))],
      events: [noticesChanged()],
      reply: presentNotices(after, context.nowMs),
    };
  });
