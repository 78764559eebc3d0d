import { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import type { JourneyState, JourneyStep, StepOutcome } from '@sw/rules';
import { afterStep, JOURNEY_STUCK_MS, journeyRetryMs, journeyStep } from '@sw/rules';
import { AppError, isAppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { UnreachableError } from '../../platform/internal-call.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { closeJourney, takeBack } from './close-journey.service.ts';
import { departJourney, rejectJourney } from './depart-journey.service.ts';
import type { JourneyRow } from './journey.repository.ts';
import { findDueJourneys, findJourney, lockJourney, writeRetry, writeState } from './journey.repository.ts';
import { journeyNews } from './journey-news.ts';
import { hubAddress, regionAddress } from './region-address.ts';

/** Enough for every step of one journey. */
const MOST_STEPS = 10;

/** Takes every journey that began here and is due as far as it goes. */
export const advanceJourneys = async (deps: Deps, nowMs: number): Promise<void> => {
  for (const { id } of await findDueJourneys(deps.db.sql, nowMs)) await advanceJourney(deps, id);
};

/** Takes a journey on at once, without anybody waiting; the loop goes on where this ends. */
export const advanceSoon = (deps: Deps, id: string): void => {
  setImmediate(() => {
    advanceJourney(deps, id).catch((error: unknown) =>
      deps.logger.warn({ err: error, journey: id }, 'journey.failed'),
    );
  });
};

/**
 * Takes a journey step by step as far as it goes (rule book, platform 8.4). Every step reads the state anew, is one
 * call or one transaction, and may be repeated: whoever dies in between, another process goes on here.
 */
export const advanceJourney = async (deps: Deps, id: string): Promise<void> => {
  for (let i = 0; i < MOST_STEPS; i++) {
    const [journey] = await findJourney(deps.db.sql, id);
    if (journey === undefined || journey.direction !== 'out') return;
    const nowMs = deps.clock();
    const step = journeyStep({
      state: journey.state,
      createdAtMs: journey.createdAt.getTime(),
      reservedUntilMs: journey.reservedUntil?.getTime() ?? null,
      nowMs,
    });
    if (step === null) return;
    if (!(await takeStep(deps, journey, step, nowMs))) return;
  }
};

/** True when the journey went on. */
const takeStep = async (
  deps: Deps,
  journey: JourneyRow,
  step: JourneyStep,
  nowMs: number,
): Promise<boolean> => {
  try {
    await STEPS[step](deps, journey, nowMs);
    return true;
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === null) throw error;
    const next = afterStep(journey.state, step, outcome);
    const reason = isAppError(error) ? error.code : 'region_unavailable';
    if (next === 'rejected') {
      await giveUp(deps, journey, reason, nowMs);
      return false;
    }
    if (step === 'move' && outcome === 'refused') {
      // What refuses to move him proves nothing yet: the return asks.
      await STEPS.return(deps, journey, nowMs);
      return true;
    }
    await waitForLater(deps, journey, nowMs, error);
    return false;
  }
};

const outcomeOf = (error: unknown): StepOutcome | null => {
  if (error instanceof UnreachableError) return 'unreachable';
  if (!isAppError(error)) return null;
  return error.status >= 500 && error.code !== 'region_unavailable' ? 'unreachable' : 'refused';
};

const giveUp = async (deps: Deps, journey: JourneyRow, reason: string, nowMs: number): Promise<void> => {
  await rejectJourney(deps, journey, reason, nowMs);
  await releaseSlot(deps, journey);
};

/** The other side gives the place to somebody else at once; if it does not hear of it, in five minutes. */
const releaseSlot = async (deps: Deps, journey: JourneyRow): Promise<void> => {
  try {
    await callPeer(deps, journey, 'returnJourney', undefined);
  } catch (error) {
    deps.logger.info({ err: error, journey: journey.id }, 'journey.slot_kept');
  }
};

const waitForLater = async (
  deps: Deps,
  journey: JourneyRow,
  nowMs: number,
  error: unknown,
): Promise<void> => {
  const attempts = journey.attempts + 1;
  await deps.db.write((sql) => [writeRetry(sql, journey.id, attempts, nowMs + journeyRetryMs(attempts))]);
  const log = { err: error, journey: journey.id, state: journey.state, attempts };
  const isStuck = nowMs - journey.updatedAt.getTime() >= JOURNEY_STUCK_MS;
  if (isStuck) deps.logger.error(log, 'journey.stuck');
  else deps.logger.warn(log, 'journey.delayed');
};

type Step = (deps: Deps, journey: JourneyRow, nowMs: number) => Promise<void>;

const isHub = (deps: Deps): boolean => deps.config.regional === null;

const STEPS: Readonly<Record<JourneyStep, Step>> = {
  reserve: async (deps, journey, nowMs) => {
    const [player] = await deps.db.sql<{ userId: string }[]>`
      SELECT user_id FROM players WHERE id = ${journey.playerId}`;
    if (player === undefined) throw new AppError('not_found');
    const slot = await callPeer(deps, journey, 'reserveJourney', {
      playerId: journey.playerId,
      userId: player.userId,
      epoch: Number(journey.epoch),
      fromRegion: journey.fromRegion,
      toRegion: journey.toRegion,
      fromSectorId: journey.fromSectorId,
      toSectorId: journey.toSectorId,
    });
    if (slot.state !== 'reserved')
      throw new AppError('region_unavailable', { region: journey.toRegion, status: slot.state });
    await deps.db.write((sql) => [
      sql`UPDATE journeys SET state = 'reserved', toll = ${slot.toll}, reserved_until = ${new Date(slot.reservedUntil)},
            attempts = 0, updated_at = ${new Date(nowMs)} WHERE id = ${journey.id} AND state = 'requested'`,
    ]);
  },
  depart: (deps, journey, nowMs) => departJourney(deps, journey.id, nowMs),
  move: async (deps, journey, nowMs) => {
    if (isHub(deps)) {
      await moveFromHub(deps, journey, nowMs);
      return;
    }
    await callPeer(deps, journey, 'moveJourney', freightOf(journey));
    await goTo(deps, journey, 'departed', 'moved', nowMs);
  },
  return: async (deps, journey, nowMs) => {
    if (!isHub(deps)) {
      const { state } = await callPeer(deps, journey, 'returnJourney', undefined);
      if (state !== 'returned') {
        await goTo(deps, journey, 'departed', 'moved', nowMs);
        return;
      }
    }
    if ((await takeBack(deps, journey, 'expired', nowMs)) && isHub(deps)) await releaseSlot(deps, journey);
  },
  arrive: async (deps, journey, nowMs) => {
    await callPeer(deps, journey, 'arriveJourney', freightOf(journey));
    await goTo(deps, journey, 'moved', 'arrived', nowMs);
  },
  close: async (deps, journey, nowMs) => {
    await callPeer(deps, journey, 'completeJourney', undefined);
    await closeJourney(deps, journey, nowMs);
  },
  reject: (deps, journey, nowMs) => giveUp(deps, journey, 'region_unavailable', nowMs),
};

/** The point of no return of a journey away from the hub. */
const moveFromHub = (deps: Deps, journey: JourneyRow, nowMs: number): Promise<void> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [[row], moved] = await tx.load(
      lockJourney(sql, journey.id),
      sql<{ epoch: bigint }[]>`
        INSERT INTO player_locations AS l (player_id, region_id, epoch)
        VALUES (${journey.playerId}, ${journey.peerRegionId}, ${journey.epoch + 1n})
        ON CONFLICT (player_id) DO UPDATE SET region_id = excluded.region_id, epoch = excluded.epoch
          WHERE l.epoch = ${journey.epoch} RETURNING epoch`,
    );
    if (row?.state !== 'departed') throw new AppError('invalid_state', { state: row?.state ?? 'unknown' });
    if (moved.length === 0) throw new AppError('invalid_state', { state: 'stale' });
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [writeState(sql, journey.id, 'moved', nowMs)],
      [journeyNews(journey, 'moved')],
    );
  });

/** Notes what the other side has done, unless somebody noted more. */
const goTo = (
  deps: Deps,
  journey: JourneyRow,
  from: JourneyState,
  to: JourneyState,
  nowMs: number,
): Promise<void> =>
  deps.db.command(async (tx) => {
    const [[row]] = await tx.load(lockJourney(tx.sql, journey.id));
    if (row?.state !== from) {
      await tx.commit();
      return;
    }
    const [peer] = await deps.db.sql<{ name: string; endpoint: string | null }[]>`
      SELECT name, endpoint FROM regions WHERE id = ${journey.peerRegionId}`;
    const place =
      peer === undefined || !isHub(deps) ? hubAddress(journey.toRegion) : regionAddress(deps.config, peer);
    const news = journeyNews(journey, to, to === 'arrived' ? { place } : {});
    await saveAndTell(deps, tx, nowMs, [writeState(tx.sql, journey.id, to, nowMs)], [news]);
  });

const freightOf = (journey: JourneyRow) => {
  const { payload, payloadSha256, credits, toll } = journey;
  if (payload === null || payloadSha256 === null) throw new Error(`journey ${journey.id} carries nothing`);
  return {
    playerId: journey.playerId,
    epoch: Number(journey.epoch),
    credits: credits ?? 0n,
    toll: toll ?? 0n,
    payload,
    sha256: Buffer.from(payloadSha256).toString('hex'),
  };
};

type Calls = Pick<
  typeof INTERNAL_ENDPOINTS,
  'reserveJourney' | 'moveJourney' | 'arriveJourney' | 'completeJourney' | 'returnJourney'
>;

/** Calls the server on the other side of the link. */
const callPeer = async <K extends keyof Calls>(
  deps: Deps,
  journey: JourneyRow,
  name: K,
  body: unknown,
): Promise<Awaited<ReturnType<typeof deps.callInternal<Calls[K]>>>> => {
  const { regional } = deps.config;
  const [peer] = await deps.db.sql<{ endpoint: string | null }[]>`
    SELECT endpoint FROM regions WHERE id = ${journey.peerRegionId}`;
  const base = regional?.nexusUrl ?? peer?.endpoint ?? null;
  if (base === null) throw new UnreachableError('the region has no server');
  return deps.callInternal(base, INTERNAL_ENDPOINTS[name], {
    params: { id: journey.id },
    body,
  } as never) as never;
};
