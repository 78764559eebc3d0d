import { Button, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton, actOf } from './ActButton.tsx';
import type { FleetShip } from './ship-queries.ts';
import { useFleet, useFleetActs } from './use-fleet-acts.ts';

/** The tractor beam: takes a ship that is not flown in tow of the one that is, and lets it go. */
export function TowActs({ ship }: { readonly ship: FleetShip }): ReactElement | null {
  const t = useText();
  const { api } = useGame();
  const { act } = useFleetActs();
  const fleet = useFleet();
  const [isAsking, setIsAsking] = useState(false);
  const tug = fleet?.items.find(({ isActive }) => isActive);
  const towed = fleet?.items.find(({ id }) => id === (ship.tow?.shipId ?? ship.id));
  const name = towed?.name ?? ship.name;
  const release = () => {
    setIsAsking(false);
    void act(
      'ship_cast_off',
      () => api.castOff({ params: { id: tug?.id ?? '' } }),
      // The event says what became of it.
      () => null,
    );
  };
  const take = () =>
    void act(
      'ship_tow',
      () => api.towShip({ params: { id: tug?.id ?? '' }, body: { targetShipId: ship.id } }),
      () => null,
    );
  const castOff = actOf(ship.actions, 'ship_cast_off');
  if (tug === undefined) return null;
  return (
    <>
      {!ship.isActive && (
        <ActButton action={actOf(ship.actions, 'ship_tow')} onAct={take}>
          {t('ships:act.tow')}
        </ActButton>
      )}
      <ActButton action={castOff} onAct={() => (castOff?.confirm === 'none' ? release() : setIsAsking(true))}>
        {t('ships:act.cast_off')}
      </ActButton>
      {isAsking && (
        <Dialog
          open
          onClose={() => setIsAsking(false)}
          title={t('ships:tow.adrift_title', { name })}
          closeLabel={t('common:action.close')}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)}>{t('common:action.cancel')}</Button>
              <Button variant="danger" onClick={release}>
                {t('ships:act.cast_off')}
              </Button>
            </>
          }
        >
          <p>{t('ships:tow.adrift_text', { name, isBound: towed?.isBound === true ? 'yes' : 'no' })}</p>
        </Dialog>
      )}
    </>
  );
}
