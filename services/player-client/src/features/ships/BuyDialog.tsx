import { Button, Dialog, Facts, formatCredits, ShipGlyph, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './Ships.module.css';
import type { Catalogue, ShipOffer } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

export interface BuyDialogProps {
  /** What is bought; null: closed. */
  readonly offer: ShipOffer | null;
  readonly tradeIn: Catalogue['tradeIns'][number] | null;
  readonly onClose: () => void;
  readonly onBought: (shipId: string) => void;
}

const LONGEST = 32;
const SHORTEST = 3;

/** Names a new ship and buys it. */
export function BuyDialog({ offer, tradeIn, onClose, onBought }: BuyDialogProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { api } = useGame();
  const { act, running } = useFleetActs();
  const [name, setName] = useState('');
  const type = offer === null ? '' : t(`common:ship_type.${offer.key}`);
  const buy = async () => {
    if (offer === null) return;
    const reply = await act(
      'ship_purchase',
      () =>
        api.purchaseShip({
          body: {
            type: offer.key,
            name,
            ...(tradeIn === null ? {} : { tradeIn: tradeIn.shipId }),
          },
        }),
      () => t('ships:done.purchase', { type, name: name.trim() }),
    );
    if (reply === null) return;
    setName('');
    onBought(reply.shipId);
  };
  return (
    <Dialog
      open={offer !== null}
      onClose={onClose}
      title={t('ships:yard.buy_type', { type })}
      closeLabel={t('common:action.close')}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="next"
            pending={running === 'ship_purchase'}
            disabledReason={name.trim().length < SHORTEST ? t('ships:yard.name_hint') : undefined}
            onClick={() => void buy()}
          >
            {t('ships:yard.buy')}
          </Button>
        </>
      }
    >
      {offer !== null && (
        <div className={styles.form}>
          <ShipGlyph type={offer.key} className={styles.silhouette} />
          <TextField
            label={t('ships:yard.name')}
            hint={t('ships:yard.name_hint')}
            value={name}
            maxLength={LONGEST}
            onChange={setName}
            autoFocus
          />
          <Facts
            facts={[
              { name: t('ships:yard.price'), value: formatCredits(offer.price ?? 0n, locale) },
              ...(tradeIn === null
                ? []
                : [
                    {
                      name: t('ships:yard.given', { name: tradeIn.name }),
                      value: formatCredits(-tradeIn.value, locale),
                    },
                  ]),
              {
                name: t('ships:yard.net'),
                value: formatCredits(offer.net ?? 0n, locale),
                tone: 'credits',
                strong: true,
              },
            ]}
          />
          <p className={styles.note}>
            {t(tradeIn?.isActive === true ? 'ships:yard.boards' : 'ships:yard.waits')}
          </p>
        </div>
      )}
    </Dialog>
  );
}
