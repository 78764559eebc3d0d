import type { getPlayerState, ReplyOf } from '@sw/contracts';
import { formatInteger } from '@sw/ui';
import type { Translate } from '../../app/text.ts';

export type Chain = NonNullable<ReplyOf<typeof getPlayerState>['chain']>;

/** The current step of the starter chain in one sentence. */
export function chainText(chain: Chain, t: Translate, locale: string): string {
  const { target } = chain;
  const params = {
    quantity: formatInteger(target.quantity ?? 0, locale),
    item: target.commodity === null ? '' : t(`common:commodity_word.${target.commodity}`),
    station: target.stationName ?? '',
    number: target.sectorNumber ?? 0,
    need: target.need,
    hasTarget: target.sectorNumber === null ? 'no' : 'yes',
  };
  return t(`game:chain.${chain.kind}`, params);
}

/** How far the goal is reached, in whole percent; never 100 before it is. */
export function goalPercent(goal: Chain['goal']): number {
  if (goal.need <= 0n || goal.credits >= goal.need) return 100;
  return Number((goal.credits * 100n) / goal.need);
}
