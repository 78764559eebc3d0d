import { Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { ActButton, actOf } from './ActButton.tsx';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

const SECOND_MS = 1_000;

/** A fuse that burns on the server: how long still, and the button that stops it. */
export function FusePanel({
  ship,
  fuseAt,
}: {
  readonly ship: OwnShip;
  readonly fuseAt: string;
}): ReactElement {
  const t = useText();
  const { api } = useGame();
  const { act } = useFleetActs();
  const nowMs = useNow(SECOND_MS);
  const seconds = Math.max(0, Math.round((Date.parse(fuseAt) - nowMs) / SECOND_MS));
  const stop = () =>
    void act(
      'ship_defuse',
      () => api.defuseShip({ params: { id: ship.id } }),
      () => t('ships:done.defuse', { name: ship.name }),
    );
  return (
    <Panel title={t('ships:leave.fuse_title', { name: ship.name })} padded>
      <div className={styles.form}>
        <p role="timer" className={styles.fuse}>
          {t('ships:leave.fuse', { seconds })}
        </p>
        <p>{t('ships:leave.fuse_text')}</p>
        <ActButton action={actOf(ship.actions, 'ship_defuse')} variant="next" onAct={stop}>
          {t('ships:leave.stop')}
        </ActButton>
      </div>
    </Panel>
  );
}
