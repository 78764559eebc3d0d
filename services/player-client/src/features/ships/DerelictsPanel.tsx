import { Panel, ShipGlyph } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import styles from './Ships.module.css';
import type { Derelict } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

/** Ships nobody flies, drifting where the player is. */
export function DerelictsPanel({ derelicts }: { readonly derelicts: readonly Derelict[] }): ReactElement {
  const t = useText();
  const { api } = useGame();
  const { act } = useFleetActs();
  const claim = (derelict: Derelict) =>
    void act(
      'ship_claim',
      () => api.claimShip({ params: { id: derelict.id }, body: {} }),
      () => t('ships:done.claim', { name: derelict.name }),
    );
  return (
    <Panel title={t('ships:derelicts')} note={derelicts.length}>
      <ul className={styles.rows}>
        {derelicts.map((derelict) => (
          <li key={derelict.id}>
            <div>
              <h3>
                <ShipGlyph type={derelict.type} className={styles.inline} />
                <bdi>{derelict.name}</bdi>
              </h3>
              <p>
                {t('ships:derelict', {
                  type: t(`common:ship_type.${derelict.type}`),
                  registration: derelict.registration,
                })}
              </p>
            </div>
            <ActButton action={derelict.action} onAct={() => claim(derelict)}>
              {t('ships:act.claim')}
            </ActButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
