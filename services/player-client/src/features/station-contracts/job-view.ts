import { formatInteger } from '@sw/ui';
import type { Translate } from '../../app/text.ts';
import type { Job } from './job-types.ts';

export const SORTS = ['pay', 'per_turn', 'near', 'time'] as const;
export type Sort = (typeof SORTS)[number];

export const KINDS = ['all', 'freight', 'express', 'procurement'] as const;
export type KindFilter = (typeof KINDS)[number];

/** Cargo under seal has no name: nobody is told what it is. */
export const isSealed = ({ commodity }: Job): boolean => commodity === null;

/** What the job brings in all. */
export const fullPay = ({ pay, goodsPay }: Job): bigint => pay + goodsPay;

/** Credits a plotted turn of the flight there; null where no flight is known or there is none. */
export function payPerTurn(job: Job): bigint | null {
  const { turns } = job.target;
  return !isSealed(job) || turns === null || turns === 0 ? null : job.pay / BigInt(turns);
}

const compare = (a: bigint | number, b: bigint | number): number => (a < b ? -1 : Number(a > b));

const ORDER: Readonly<Record<Sort, (a: Job, b: Job) => number>> = {
  pay: (a, b) => compare(fullPay(b), fullPay(a)),
  per_turn: (a, b) => compare(payPerTurn(b) ?? -1n, payPerTurn(a) ?? -1n),
  near: (a, b) => compare(a.hops, b.hops),
  time: (a, b) => compare(b.timeLimitH, a.timeLimitH),
};

/** The jobs of one kind in the order asked for; what is kept for the player stays on top. */
export const arrange = (jobs: readonly Job[], kind: KindFilter, sort: Sort): Job[] =>
  jobs
    .filter((job) => kind === 'all' || job.kind === kind)
    .sort((a, b) => Number(b.isReserved) - Number(a.isReserved) || ORDER[sort](a, b));

/** What the job is, in a few words. */
export function jobName(job: Job, t: Translate, locale: string): string {
  const quantity = formatInteger(job.quantity, locale);
  if (job.commodity === null)
    return t(job.kind === 'express' ? 'jobs:name.express' : 'jobs:name.freight', { quantity });
  return t('jobs:name.procurement', { quantity, item: t(`common:commodity_word.${job.commodity}`) });
}

/** Where the next step of an open job is. */
export const nextPlace = (job: Job): Job['target'] =>
  isSealed(job) && job.state === 'accepted' ? job.origin : job.target;

/** The next step of an open job, in a sentence. */
export function nextStep(job: Job, t: Translate, locale: string): string {
  const place = nextPlace(job);
  const params = { station: place.stationName, number: `#${place.sectorNumber}` };
  if (job.commodity === null)
    return t(job.state === 'accepted' ? 'jobs:step.load' : 'jobs:step.bring', params);
  const missing = job.quantity - job.delivered - job.aboard;
  if (missing <= 0) return t('jobs:step.bring', params);
  return t('jobs:step.collect', {
    ...params,
    quantity: formatInteger(missing, locale),
    item: t(`common:commodity_word.${job.commodity}`),
  });
}

export type JobAction = Job['actions'][number];

/** The server's answer whether an act is possible; null where the job has no such act. */
export const jobAction = (job: Job, id: string): JobAction | null =>
  job.actions.find((action) => action.id === id) ?? null;
