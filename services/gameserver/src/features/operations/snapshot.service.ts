import type { Deps } from '../../deps.ts';
import { summarize } from './live-stats.ts';
import type { MetricPoint } from './metric-points.repository.ts';
import {
  countComing,
  deletePointsBefore,
  findLastSlot,
  insertPoints,
  sumFlows,
} from './metric-points.repository.ts';
import { readDatabaseSize } from './overview.repository.ts';
import { countOnline, findSamples } from './samples.repository.ts';

export const SLOT_MS = 300_000;
/** What can be told afterwards is told for this many missed slots. */
const CATCH_UP_SLOTS = 12;
const KEPT_MS = 35 * 86_400_000;

/**
 * Measures the slots that are over and not measured yet (rule book, platform 14: analytics snapshot). What the
 * database can still tell of the past is filled in; what only is in a moment has gaps where nobody looked.
 */
export const snapshotMetrics = async (deps: Deps, nowMs: number): Promise<number> => {
  const current = nowMs - (nowMs % SLOT_MS);
  const [last] = await findLastSlot(deps.db.sql);
  const lastMs = last?.slot?.getTime() ?? current - 2 * SLOT_MS;
  const firstMs = Math.max(lastMs + SLOT_MS, current - CATCH_UP_SLOTS * SLOT_MS);
  let slots = 0;
  for (let slotMs = firstMs; slotMs < current; slotMs += SLOT_MS) {
    const isLatest = slotMs === current - SLOT_MS;
    const points = [...(await pastPoints(deps, slotMs)), ...(isLatest ? await presentPoints(deps) : [])];
    await deps.db.write((sql) => [insertPoints(sql, new Date(slotMs), points)]);
    slots += 1;
  }
  await deps.db.write((sql) => [deletePointsBefore(sql, new Date(nowMs - KEPT_MS))]);
  return slots;
};

const pastPoints = async (deps: Deps, slotMs: number): Promise<MetricPoint[]> => {
  const [from, until] = [new Date(slotMs), new Date(slotMs + SLOT_MS)];
  const { sql } = deps.db;
  const [flows, coming, samples] = await Promise.all([
    sumFlows(sql, from, until),
    countComing(sql, from, until),
    findSamples(sql, from),
  ]);
  const within = samples.filter(({ slot }) => slot.getTime() < slotMs + SLOT_MS);
  const total = (side: string): number =>
    flows.filter((flow) => flow.side === side).reduce((sum, { amount }) => sum + amount, 0);
  const requests = within.length === 0 ? null : summarize(within, SLOT_MS);
  return [
    { metric: 'credits.created', value: total('created') },
    { metric: 'credits.destroyed', value: total('destroyed') },
    ...flows.map(({ side, reason, amount }) => ({ metric: `credits.${side}:${reason}`, value: amount })),
    { metric: 'players.new', value: coming[0]?.registered ?? 0 },
    ...(requests === null
      ? []
      : [
          { metric: 'http.requests', value: within.reduce((sum, sample) => sum + sample.requests, 0) },
          { metric: 'sockets.players', value: requests.sockets.player },
          ...(requests.p95Ms === null ? [] : [{ metric: 'http.p95_ms', value: requests.p95Ms }]),
          ...(requests.errorPpm === null ? [] : [{ metric: 'http.error_ppm', value: requests.errorPpm }]),
        ]),
  ];
};

const presentPoints = async (deps: Deps): Promise<MetricPoint[]> => {
  const [online, size] = await Promise.all([countOnline(deps.db.sql), readDatabaseSize(deps.db.sql)]);
  return [
    { metric: 'players.online', value: online[0]?.online ?? 0 },
    { metric: 'database.bytes', value: size[0]?.sizeBytes ?? 0 },
  ];
};
