import { Button } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useRunningAct } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useActionCost } from '../../app/use-action-cost.ts';
import type { ActionView } from './ship-queries.ts';

export interface ActButtonProps {
  readonly action: ActionView | undefined;
  readonly onAct: () => void;
  readonly variant?: 'next' | 'danger' | 'quiet';
  readonly children: ReactNode;
}

/** A button for one act of the server's: what it costs, and in words why it is not possible now. */
export function ActButton({ action, onAct, variant, children }: ActButtonProps): ReactElement | null {
  const costOf = useActionCost();
  const reason = useReason();
  const running = useRunningAct();
  if (action === undefined) return null;
  return (
    <Button
      {...(variant === undefined ? {} : { variant })}
      cost={costOf(action)}
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
