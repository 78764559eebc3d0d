import type { getStation, ReplyOf } from '@sw/contracts';
import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCommands } from '../app/commands.ts';
import { useGame, useRunningAct } from '../app/game-context.ts';
import { usePlayerState } from '../app/game-queries.ts';
import { useReason } from '../app/panel-states.ts';
import { useText } from '../app/text.ts';
import { useActionCost } from '../app/use-action-cost.ts';
import { actionOf } from '../sectors/warp-list.ts';

export interface WayThereProps {
  readonly station: ReplyOf<typeof getStation> | undefined;
}

/** For whoever is not docked at a station: dock, when the ship is in its sector; else plot a course to it. */
export function WayThere({ station }: WayThereProps): ReactElement | null {
  const t = useText();
  const { print } = useGame();
  const { navigation } = useCommands();
  const navigate = useNavigate();
  const reason = useReason();
  const costOf = useActionCost();
  const running = useRunningAct();
  const location = usePlayerState().data?.location;
  if (station === undefined) return null;
  if (location?.sectorId === station.sectorId) {
    const dock = actionOf(station.actions, 'dock');
    return (
      <Button
        variant="next"
        size="large"
        wide
        cost={costOf(dock)}
        pending={running === 'dock'}
        disabledReason={reason(dock)}
        onClick={() => void navigation.dock(station)}
      >
        {t('game:cockpit.dock')}
      </Button>
    );
  }
  return (
    <Button
      variant="next"
      size="large"
      wide
      disabledReason={reason(null)}
      onClick={() => {
        void navigation.plot(station.sectorId).then((outcome) => {
          print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
          if (outcome.ok) void navigate('/game/map');
        });
      }}
    >
      {t('trade:remote.plot')}
    </Button>
  );
}
