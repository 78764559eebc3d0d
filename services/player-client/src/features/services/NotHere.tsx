import { Button, PanelNotice } from '@sw/ui';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useGame } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { actionOf } from '../../sectors/warp-list.ts';
import styles from './Services.module.css';
import type { ServicesModel } from './use-services.ts';

/** Counters are open to those docked here: how to get there. */
export function NotHere({ model }: { readonly model: ServicesModel }): ReactElement {
  const t = useText();
  const { print } = useGame();
  const { navigation } = useCommands();
  const navigate = useNavigate();
  const reason = useReason();
  const { station, state, running } = model;
  const isHere = station !== undefined && state?.location?.sectorId === station.sectorId;
  const plot = () => {
    if (station === undefined) return;
    void navigation.plot(station.sectorId).then((outcome) => {
      print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
      if (outcome.ok) void navigate('/game/map');
    });
  };
  return (
    <div className={styles.notHere}>
      <PanelNotice state={{ kind: 'empty', text: t('services:not_docked') }} />
      {station !== undefined &&
        (isHere ? (
          <Button
            variant="next"
            size="large"
            pending={running === 'dock'}
            disabledReason={reason(actionOf(station.actions, 'dock'))}
            onClick={() => void navigation.dock(station)}
          >
            {t('game:cockpit.dock')}
          </Button>
        ) : (
          <Button variant="next" size="large" onClick={plot}>
            {t('trade:remote.plot')}
          </Button>
        ))}
    </div>
  );
}
