import { Button, Dialog, formatCredits } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import type { OwnShip } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

export interface SellDialogProps {
  readonly ship: OwnShip;
  readonly onClose: () => void;
  readonly onSold: () => void;
}

/** Asks once before a ship goes to the dealer. */
export function SellDialog({ ship, onClose, onSold }: SellDialogProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { act, running } = useFleetActs();
  const value = formatCredits(ship.saleValue, locale);
  const sell = async () => {
    const reply = await act(
      'ship_sell',
      () => api.sellShip({ params: { id: ship.id }, body: {} }),
      () => t('ships:done.sell', { name: ship.name, value }),
    );
    onClose();
    if (reply !== null) onSold();
  };
  return (
    <Dialog
      open
      danger
      onClose={onClose}
      title={t('ships:sell.title', { name: ship.name })}
      closeLabel={t('common:action.close')}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="danger" pending={running === 'ship_sell'} onClick={() => void sell()}>
            {t('ships:act.sell')}
          </Button>
        </>
      }
    >
      <p>{t('ships:sell.text', { value })}</p>
    </Dialog>
  );
}
