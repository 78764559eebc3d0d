import { Button, buttonClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useGame, useRunningAct } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useActionCost } from '../../app/use-action-cost.ts';
import { SectorEffects } from '../../sectors/SectorEffects.tsx';
import type { SectorView } from '../../sectors/warp-list.ts';
import { actionOf } from '../../sectors/warp-list.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import { createExploreCommands } from './explore-commands.ts';
import styles from './SectorActs.module.css';

export interface SectorActsProps {
  readonly sector: SectorView | undefined;
  /** `S` opens the services of the station then. */
  readonly isDocked: boolean;
}

/** Scan, deep scan, harvest, dossier and recall: as far as the server offers them, with cost and reason. */
export function SectorActs({ sector, isDocked }: SectorActsProps): ReactElement | null {
  const t = useText('explore');
  const services = useGame();
  const running = useRunningAct();
  const reason = useReason();
  const costOf = useActionCost();
  const commands = useMemo(() => createExploreCommands(services), [services]);
  const [isRecallAsked, setRecallAsked] = useState(false);
  if (sector === undefined || sector.actions.length === 0) return null;
  const cost = (id: string): string | undefined => costOf(actionOf(sector.actions, id));
  const why = (id: string): string | undefined => reason(actionOf(sector.actions, id));
  const harvest = actionOf(sector.actions, 'harvest');
  const recall = actionOf(sector.actions, 'recall');
  return (
    <section className={styles.acts} aria-labelledby="sector-acts">
      <h3 id="sector-acts">
        {t('explore:title')} <HelpMark topic="scanning" about={t('explore:title')} />
      </h3>
      <SectorEffects effects={sector.effects} />
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="quiet"
          hotkey={isDocked ? undefined : 'S'}
          cost={cost('scan_adjacent')}
          pending={running === 'scan.adjacent'}
          disabledReason={why('scan_adjacent')}
          reasonPlacement="tip"
          onClick={() => void commands.scan('adjacent')}
        >
          {t('explore:act.scan')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          cost={cost('scan_deep')}
          pending={running === 'scan.deep'}
          disabledReason={why('scan_deep')}
          reasonPlacement="tip"
          onClick={() => void commands.scan('deep')}
        >
          {t('explore:act.deep')}
        </Button>
        {harvest !== null && (
          <Button
            size="small"
            variant="quiet"
            cost={cost('harvest')}
            pending={running === 'harvest'}
            disabledReason={reason(harvest)}
            reasonPlacement="tip"
            onClick={() => void commands.harvest()}
          >
            {t('explore:act.harvest')}
          </Button>
        )}
        {recall !== null && recall.reason !== 'already_there' && (
          <Button
            size="small"
            variant="quiet"
            cost={cost('recall')}
            pending={running === 'recall'}
            disabledReason={reason(recall)}
            reasonPlacement="tip"
            onBlur={() => setRecallAsked(false)}
            onClick={() => {
              if (isRecallAsked) void commands.recall();
              setRecallAsked(!isRecallAsked);
            }}
          >
            {t(isRecallAsked ? 'explore:act.recall_sure' : 'explore:act.recall')}
          </Button>
        )}
        <Link
          to={`/game/sector/${sector.number}`}
          className={buttonClass({ variant: 'quiet', size: 'small' })}
        >
          {t('explore:act.dossier')}
        </Link>
      </div>
    </section>
  );
}
