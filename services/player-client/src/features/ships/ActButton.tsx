import { Button, formatCredits } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useLocale, useRunningAct } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import type { ActionView } from './ship-queries.ts';

export interface ActButtonProps {
  readonly action: ActionView | undefined;
  readonly onAct: () => void;
  readonly variant?: 'next' | 'danger' | 'quiet';
  readonly children: ReactNode;
}

/** A button for one act of the server's: what it costs, and in words why it is not possible now. */
export function ActButton({ action, onAct, variant, children }: ActButtonProps): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const reason = useReason();
  const running = useRunningAct();
  if (action === undefined) return null;
  const { turns, credits } = action.cost;
  const costs = [
    ...(turns === undefined ? [] : [t('ships:cost.turns', { turns })]),
    ...(credits === undefined ? [] : [t('common:unit.credits', { amount: formatCredits(credits, locale) })]),
  ];
  return (
    <Button
      {...(variant === undefined ? {} : { variant })}
      {...(costs.length === 0 ? {} : { cost: costs.join(', ') })}
      disabledReason={reason(action)}
      pending={running === action.id}
      onClick={onAct}
    >
      {children}
    </Button>
  );
}

/** The act of an id among those the server described. */
export const actOf = (actions: readonly ActionView[], id: string): ActionView | undefined =>
  actions.find((action) => action.id === id);
