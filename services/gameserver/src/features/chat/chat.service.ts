import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { commitAndTell } from '../../realtime/commit-and-tell.ts';
import { event, insertOutboxRow, sectorChannel } from '../../realtime/outbox.ts';
import { findLineByClientId, findSpeaker, insertLine, mutePlayer } from './chat.repository.ts';
import type { ChatLimits } from './chat-limits.ts';
import { cleanText } from './clean-text.ts';

export interface ChatRequest {
  readonly playerId: string;
  readonly text: string;
  /** Chosen by the client; a resend with the same id is not said twice. */
  readonly clientId: string;
}

/**
 * Says a line in the sector of the speaker's ship. Refuses empty text (`validation_failed`), a mute
 * (`muted` `{until}`) and too many lines (`rate_limited`).
 */
export const sayInSector = async (
  deps: Deps,
  limits: ChatLimits,
  request: ChatRequest,
  nowMs: number,
): Promise<{ id: string; ts: string }> => {
  const text = cleanText(request.text);
  if (text === '') {
    throw new AppError(
      'validation_failed',
      {},
      { errors: [{ path: '/text', code: 'too_small', message: 'must not be empty' }] },
    );
  }
  const { sql } = deps.db;
  const [speakers, earlier] = await Promise.all([
    findSpeaker(sql, request.playerId),
    findLineByClientId(sql, request.playerId, request.clientId),
  ]);
  const [speaker] = speakers;
  if (speaker === undefined) throw new AppError('first_login_required');
  if (earlier[0] !== undefined) return { id: earlier[0].id, ts: earlier[0].at.toISOString() };
  if (speaker.mutedUntil !== null && speaker.mutedUntil.getTime() > nowMs) {
    throw new AppError('muted', { until: speaker.mutedUntil.toISOString() });
  }
  await assertWithinLimits(deps, limits, request.playerId, text, nowMs);

  const id = deps.newId();
  const ts = new Date(nowMs).toISOString();
  const spoken = event(sectorChannel(speaker.sectorId), 'chat.message', {
    id,
    channel: 'sector',
    clientId: request.clientId,
    sender: { playerId: request.playerId, name: speaker.callsign },
    text,
    ts,
  });
  await commitAndTell(deps, [spoken], () =>
    deps.db.write((tx) => [
      insertLine(tx, {
        id,
        channel: 'sector',
        roomId: String(speaker.sectorId),
        senderId: request.playerId,
        body: text,
        clientId: request.clientId,
        nowMs,
      }),
      insertOutboxRow(tx, deps.processId, nowMs, [spoken]),
    ]),
  );
  return { id, ts };
};

const assertWithinLimits = async (
  deps: Deps,
  limits: ChatLimits,
  playerId: string,
  text: string,
  nowMs: number,
): Promise<void> => {
  const verdict = limits.judge(playerId, text, nowMs);
  if (verdict.kind === 'wait') {
    throw new AppError('rate_limited', {}, { retryAfterS: Math.ceil(verdict.retryAfterMs / 1000) });
  }
  if (verdict.kind === 'mute') {
    const until = new Date(nowMs + verdict.forMs);
    await deps.db.write((sql) => [mutePlayer(sql, playerId, until)]);
    throw new AppError('muted', { until: until.toISOString() });
  }
};
