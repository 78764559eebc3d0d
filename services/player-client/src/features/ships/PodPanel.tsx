import { Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import styles from './Ships.module.css';
import type { Fleet } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

/** In an escape pod: the ways back to a ship. */
export function PodPanel({ pod }: { readonly pod: NonNullable<Fleet['pod']> }): ReactElement {
  const t = useText();
  const { api } = useGame();
  const { act } = useFleetActs();
  const { rescueTo } = pod;
  const rescue = () =>
    void act(
      'pod_rescue',
      () => api.rescuePod({ body: {} }),
      () => t('ships:done.rescue', { station: rescueTo?.stationName ?? '' }),
    );
  const borrow = () =>
    void act(
      'ship_loaner',
      () => api.borrowShip({ body: {} }),
      () => t('ships:done.loaner'),
    );
  return (
    <Panel title={t('ships:pod.title')} look="subject" padded>
      <div className={styles.form}>
        <p>{t('ships:pod.text')}</p>
        {rescueTo !== null && (
          <p>
            {t('ships:pod.nearest', {
              station: rescueTo.stationName,
              number: rescueTo.sectorNumber,
              hops: rescueTo.hops,
            })}
          </p>
        )}
        {pod.freeUntil !== null && <p className="gain">{t('ships:pod.assisted')}</p>}
        <div className={styles.pair}>
          <ActButton action={pod.rescue} variant="next" onAct={rescue}>
            {t('ships:act.rescue')}
          </ActButton>
          <ActButton action={pod.loaner} onAct={borrow}>
            {t('ships:act.loaner', { left: pod.loansLeft })}
          </ActButton>
        </div>
      </div>
    </Panel>
  );
}
