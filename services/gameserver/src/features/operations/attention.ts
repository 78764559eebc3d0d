import type { AttentionItem } from '@sw/contracts/admin';
import type { Deps } from '../../deps.ts';
import { toMoment } from '../../platform/clock.ts';
import {
  findPausedJobs,
  findTroubledJobs,
  readJobLag,
  readLedgerState,
  readRegionStates,
} from './overview.repository.ts';

/** The queue looks every few seconds; who waits longer than this waits for nobody. */
const OVERDUE_S = 180;
const DAY_MS = 86_400_000;

const RANK: Readonly<Record<AttentionItem['severity'], number>> = { critical: 0, high: 1, notice: 2 };

/** What waits for somebody, the worst first. Fails as a whole when a source does not answer: a gap is no calm. */
export const readAttention = async (
  deps: Deps,
  jobNames: readonly string[],
  nowMs: number,
): Promise<AttentionItem[]> => {
  const { sql } = deps.db;
  const [jobs, paused, ledger, lag, regions] = await Promise.all([
    findTroubledJobs(sql, jobNames),
    findPausedJobs(sql),
    readLedgerState(sql),
    readJobLag(sql, new Date(nowMs), new Date(nowMs - DAY_MS)),
    readRegionStates(sql),
  ]);
  const state = ledger[0];
  const lagS = lag[0]?.lagS ?? 0;
  const at = (moment: Date | null | undefined): string | null =>
    moment === null || moment === undefined ? null : toMoment(moment.getTime());
  const items: AttentionItem[] = [
    ...(state?.isHalted === true ? [item('trading_halted', 'critical', null, at(state.checkedAt))] : []),
    ...(state?.ok === false ? [item('ledger_mismatch', 'critical', null, at(state.checkedAt))] : []),
    ...regions
      .filter(({ status }) => status === 'suspended' || status === 'failed')
      .map(({ name }) => item('region_down', 'high', name, null)),
    ...jobs.map((job) => item('job_failed', 'high', job.name, at(job.at))),
    ...(lagS > OVERDUE_S ? [item('job_overdue', 'high', null, toMoment(nowMs - lagS * 1000))] : []),
    ...paused.map((job) => item('job_paused', 'notice', job.name, at(job.pausedAt))),
  ];
  return items.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
};

const item = (
  kind: AttentionItem['kind'],
  severity: AttentionItem['severity'],
  subject: string | null,
  at: string | null,
): AttentionItem => ({ kind, severity, subject, at });
