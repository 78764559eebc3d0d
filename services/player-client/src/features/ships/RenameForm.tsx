import { TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton, actOf } from './ActButton.tsx';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

const LONGEST = 32;

/** Paints another name on the ship. */
export function RenameForm({ ship }: { readonly ship: OwnShip }): ReactElement {
  const t = useText();
  const { api } = useGame();
  const { act } = useFleetActs();
  const [name, setName] = useState(ship.name);
  const rename = () =>
    void act(
      'ship_rename',
      () => api.patchShip({ params: { id: ship.id }, body: { name } }),
      () => t('ships:done.rename', { name: name.trim() }),
    );
  return (
    <div className={styles.inlineForm}>
      <TextField label={t('ships:yard.name')} value={name} maxLength={LONGEST} onChange={setName} />
      <ActButton action={actOf(ship.actions, 'ship_rename')} onAct={rename}>
        {t('ships:act.rename')}
      </ActButton>
    </div>
  );
}
