import { isUniqueViolation } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { toMoment } from '../../platform/clock.ts';
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

/** Longest line, in characters of the cleaned text: some characters grow when they are normalised. */
const MAX_LENGTH = 300;

interface SaidLine {
  readonly id: string;
  readonly ts: string;
}

/**
 * Says a line in the sector of the speaker's ship. Refuses text that is empty or too long once it is
 * cleaned (`validation_failed`), a suspended account, a mute (`muted` `{until}`) and too many lines
 * (`rate_limited`). A resend is answered as before, whichever process it comes to.
 */
export const sayInSector = async (
  deps: Deps,
  limits: ChatLimits,
  request: ChatRequest,
  nowMs: number,
): Promise<SaidLine> => {
  const text = cleanText(request.text);
  if (text === '') throw invalidText('too_small', 'must not be empty');
  if (text.length > MAX_LENGTH) throw invalidText('too_big', `must have at most ${MAX_LENGTH} characters`);
  const [[speaker], earlier] = await Promise.all([
    findSpeaker(deps.db.sql, request.playerId, new Date(nowMs)),
    findSaid(deps, request),
  ]);
  if (speaker === undefined) throw new AppError('first_login_required');
  if (speaker.isSuspended) throw new AppError('account_suspended');
  if (earlier !== null) return earlier;
  if (speaker.mutedUntil !== null && speaker.mutedUntil.getTime() > nowMs) {
    throw new AppError('muted', { until: speaker.mutedUntil.toISOString() });
  }
  await assertWithinLimits(deps, limits, request.playerId, text, nowMs);
  try {
    return await say(deps, speaker, { ...request, text }, nowMs);
  } catch (error) {
    // The same line came over another socket at the same time and was kept there.
    const said = isUniqueViolation(error, 'chat_log_client') ? await findSaid(deps, request) : null;
    if (said === null) throw error;
    return said;
  }
};

const invalidText = (code: string, message: string): AppError =>
  new AppError('validation_failed', {}, { errors: [{ path: '/text', code, message }] });

const findSaid = async (deps: Deps, { playerId, clientId }: ChatRequest): Promise<SaidLine | null> => {
  const [line] = await findLineByClientId(deps.db.sql, playerId, clientId);
  return line === undefined ? null : { id: line.id, ts: line.at.toISOString() };
};

const say = async (
  deps: Deps,
  speaker: { readonly callsign: string; readonly sectorId: number },
  { playerId, clientId, text }: ChatRequest,
  nowMs: number,
): Promise<SaidLine> => {
  const id = deps.newId();
  const ts = toMoment(nowMs);
  const sender = { playerId, name: speaker.callsign };
  const line = { id, channel: 'sector' as const, clientId, sender, text, ts };
  const spoken = [event(sectorChannel(speaker.sectorId), 'chat.message', line)];
  await commitAndTell(deps, spoken, () =>
    deps.db.write((tx) => [
      insertLine(tx, {
        id,
        channel: 'sector',
        roomId: String(speaker.sectorId),
        senderId: playerId,
        body: text,
        clientId,
        nowMs,
      }),
      insertOutboxRow(tx, deps.processId, nowMs, spoken),
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
  const verdict = await limits.judge(playerId, text, nowMs);
  if (verdict.kind === 'wait') {
    throw new AppError('rate_limited', {}, { retryAfterS: Math.ceil(verdict.retryAfterMs / 1000) });
  }
  if (verdict.kind === 'mute') {
    const until = new Date(nowMs + verdict.forMs);
    await deps.db.write((sql) => [mutePlayer(sql, playerId, until)]);
    throw new AppError('muted', { until: until.toISOString() });
  }
};
