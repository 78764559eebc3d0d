import { Button, Dialog, Panel, ShipGlyph } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import styles from './Ships.module.css';
import { salvagedText } from './salvage.ts';
import type { WreckView } from './ship-queries.ts';
import { shipQueries } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

/** What is left of ships where the player is, and taking it aboard. */
export function WrecksPanel(): ReactElement | null {
  const t = useText();
  const services = useGame();
  const { data } = useQuery(shipQueries.wrecks(services.api));
  const { act } = useFleetActs();
  const [asked, setAsked] = useState<WreckView | null>(null);
  if (data === undefined || data.items.length === 0) return null;
  const take = (wreck: WreckView) => {
    setAsked(null);
    void act(
      'salvage',
      () => services.api.salvageWreck({ params: { id: wreck.id }, body: { items: 'max' } }),
      (reply) => salvagedText(services, reply),
    );
  };
  return (
    <Panel title={t('ships:wrecks')} note={data.items.length}>
      <ul className={styles.rows}>
        {data.items.map((wreck) => (
          <li key={wreck.id}>
            <WreckText wreck={wreck} />
            <ActButton
              action={wreck.action}
              onAct={() => (wreck.action.confirm === 'danger' ? setAsked(wreck) : take(wreck))}
            >
              {t('ships:act.salvage')}
            </ActButton>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Dialog
          open
          danger
          onClose={() => setAsked(null)}
          title={t('ships:wreck.suspect_title')}
          closeLabel={t('common:action.close')}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{t('common:action.cancel')}</Button>
              <Button variant="danger" onClick={() => take(asked)}>
                {t('ships:act.salvage')}
              </Button>
            </>
          }
        >
          <p>{t('ships:wreck.suspect_text')}</p>
        </Dialog>
      )}
    </Panel>
  );
}

function WreckText({ wreck }: { readonly wreck: WreckView }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (
    <div>
      <h3>
        <ShipGlyph type={wreck.type} className={styles.inline} />
        <bdi>{wreck.name}</bdi>
      </h3>
      <p>
        {list.format(
          wreck.items.map(({ commodity, quantity }) =>
            t('ships:wreck.item', { quantity, item: t(`common:commodity_word.${commodity}`) }),
          ),
        )}
      </p>
      {wreck.suspectBefore !== null && <p>{t('ships:wreck.locked')}</p>}
    </div>
  );
}
