import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import type { ActionView } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

export interface AssistActProps {
  readonly playerId: string;
  readonly action: ActionView;
}

/** Assists the pod of another pilot; an event tells both how it went. */
export function AssistAct({ playerId, action }: AssistActProps): ReactElement {
  const t = useText('ships');
  const { api } = useGame();
  const { act } = useFleetActs();
  const assist = () =>
    void act(
      action.id,
      () => api.assistPod({ params: { id: playerId }, body: {} }),
      () => null,
    );
  return (
    <ActButton action={action} variant="quiet" onAct={assist}>
      {t('ships:act.assist')}
    </ActButton>
  );
}
