import type { BodyOf, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { autopilot } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { RawReply } from '../../http/raw-reply.ts';
import type { IdempotencyClaim, RequestContext } from '../../http/request-context.ts';
import { commitAndTell } from '../../realtime/commit-and-tell.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, insertOutboxRow, playerChannel } from '../../realtime/outbox.ts';
import { findCourse } from '../courses/index.ts';
import type { Destination } from './autopilot-flight.ts';
import { fly } from './autopilot-flight.ts';
import { clearAutopilot } from './autopilot-guard.ts';

type Autopilot = (typeof PLAYER_ENDPOINTS)['autopilot'];
type Orders = BodyOf<Autopilot>;
type Answer = ReplyOf<Autopilot>;

/**
 * Flies a course hop by hop: every hop is an ordinary move in a transaction of its own, with a key derived
 * from the key of the call. A repeated call therefore never flies a hop twice.
 */
export const flyAutopilot = async (deps: Deps, context: RequestContext<Autopilot>): Promise<RawReply> => {
  const stored = await findStoredAnswer(deps, context.idempotency);
  if (stored !== null) return stored;
  const { playerId } = context.caller;
  const destination = await destinationOf(deps, playerId, context.body);
  const flight = await fly(deps, {
    playerId,
    orders: context.body,
    destination,
    idempotency: context.idempotency,
    nowMs: context.nowMs,
  });
  const answer: Answer = {
    completed: flight.stop === 'arrived',
    stoppedBecause: flight.stop === 'arrived' ? null : flight.stop,
    hops: [...flight.hops],
    turnsLeft: flight.turnsLeft,
    remainingRouteId: flight.stop === 'arrived' ? null : destination.routeId,
  };
  return keepAnswer(deps, context, answer);
};

const destinationOf = async (deps: Deps, playerId: string, body: Orders): Promise<Destination> => {
  const [course] = await findCourse(deps.db.sql, playerId);
  if (body.routeId !== undefined) {
    if (course?.routeId !== body.routeId) throw new AppError('not_found');
    return {
      to: course.toSectorId,
      routeId: course.routeId,
      objective: course.objective,
      avoid: course.avoid,
      via: course.via,
    };
  }
  if (body.to === undefined) {
    throw new AppError(
      'validation_failed',
      {},
      { errors: [{ path: '/to', code: 'invalid_type', message: 'name to or routeId' }] },
    );
  }
  const isSame = course?.toSectorId === body.to;
  return {
    to: body.to,
    routeId: isSame ? course.routeId : null,
    objective: isSame ? course.objective : 'turns',
    avoid: isSame ? course.avoid : [],
    via: isSame ? course.via : [],
  };
};

const findStoredAnswer = async (deps: Deps, claim: IdempotencyClaim | null): Promise<RawReply | null> => {
  if (claim === null) return null;
  const [row] = await deps.db.sql<
    { route: string; bodySha256: Uint8Array; status: number | null; response: string | null }[]
  >`
    SELECT route, body_sha256, status, response FROM idempotency_keys WHERE user_id = ${claim.userId} AND key = ${claim.key}`;
  if (row === undefined) return null;
  if (row.route !== claim.route || !claim.bodySha256.equals(row.bodySha256))
    throw new AppError('idempotency_mismatch');
  if (row.response === null) return null;
  return new RawReply(row.response, { 'idempotent-replay': 'true' }, row.status ?? undefined);
};

const keepAnswer = async (
  deps: Deps,
  context: RequestContext<Autopilot>,
  answer: Answer,
): Promise<RawReply> => {
  const { idempotency: claim, nowMs } = context;
  const { playerId } = context.caller;
  const response = JSON.stringify(z.encode(autopilot.reply, answer));
  const sectorId = answer.hops.at(-1)?.sector.id;
  const events: OutboxEvent[] =
    sectorId === undefined
      ? []
      : [
          event(playerChannel(playerId), 'autopilot.progress', {
            hop: answer.hops.length,
            sectorId,
            stoppedBecause: answer.stoppedBecause,
          }),
        ];
  await commitAndTell(deps, events, () =>
    deps.db.write((sql) => [
      // A flight that never began must not end the one of another tab.
      ...(sectorId === undefined ? [] : [clearAutopilot(sql, playerId)]),
      ...(claim === null
        ? []
        : [
            sql`INSERT INTO idempotency_keys (user_id, key, route, body_sha256, status, response, created_at)
                VALUES (${claim.userId}, ${claim.key}, ${claim.route}, ${claim.bodySha256}, 200, ${response}, ${new Date(nowMs)})
                ON CONFLICT DO NOTHING`,
          ]),
      ...(events.length === 0 ? [] : [insertOutboxRow(sql, deps.processId, nowMs, events)]),
    ]),
  );
  return new RawReply(response);
};
