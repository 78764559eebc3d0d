import { formatCredits, Panel, Select } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { Screen } from '../../shell/Screen.tsx';
import { StationHead } from '../../stations/StationHead.tsx';
import { BuyDialog } from './BuyDialog.tsx';
import { CompareTable } from './CompareTable.tsx';
import styles from './Ships.module.css';
import type { Catalogue, ShipOffer } from './ship-queries.ts';
import { shipQueries } from './ship-queries.ts';
import { firstCandidates, toggleCandidate } from './stat-rows.ts';
import { TypePicker } from './TypePicker.tsx';

const MOST_ON_DESK = 3;
const NO_TRADE_IN = 'none';

/** P-09: what dealers sell beside the ship one flies, with the price after what is given in payment. */
export function ShipyardPage(): ReactElement {
  const t = useText();
  const { id = '' } = useParams();
  const { api } = useGame();
  const isPhone = useIsPhone();
  const [tradeIn, setTradeIn] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [offer, setOffer] = useState<ShipOffer | null>(null);
  const navigate = useNavigate();
  const { data: station } = useQuery(gameQueries.station(api, id));
  const query = useQuery(shipQueries.types(api, tradeIn));
  const state = usePanelState(query, t('ships:yard.title'), 12);
  const catalogue = query.data;
  const most = isPhone ? 1 : MOST_ON_DESK;
  const shown = (chosen ?? firstCandidates(catalogue?.types ?? [], catalogue?.own?.type ?? null, most)).slice(
    -most,
  );
  return (
    <Screen
      title={t('ships:yard.title_at', { station: station?.name ?? '' })}
      headingId="station-name"
      stage={
        <>
          <StationHead
            name={station?.name}
            help="ships"
            note={t('ships:yard.title')}
            stationId={id}
            current="services"
          />
          <Panel title={t('ships:yard.compare')} state={state}>
            {catalogue !== undefined && (
              <>
                <div className={styles.yardBar}>
                  <TypePicker
                    types={catalogue.types}
                    chosen={shown}
                    onToggle={(key) => setChosen(toggleCandidate(shown, key, most))}
                  />
                  <TradeInSelect catalogue={catalogue} value={tradeIn} onChange={setTradeIn} />
                </div>
                <CompareTable catalogue={catalogue} shown={shown} onBuy={setOffer} />
              </>
            )}
          </Panel>
          <BuyDialog
            offer={offer}
            tradeIn={catalogue?.tradeIns.find(({ shipId }) => shipId === tradeIn) ?? null}
            onClose={() => setOffer(null)}
            onBought={(shipId) => {
              setOffer(null);
              setTradeIn(null);
              void navigate(`/game/ships/${shipId}`);
            }}
          />
        </>
      }
    />
  );
}

interface TradeInSelectProps {
  readonly catalogue: Catalogue;
  readonly value: string | null;
  readonly onChange: (shipId: string | null) => void;
}

function TradeInSelect({ catalogue, value, onChange }: TradeInSelectProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { tradeIns } = catalogue;
  return (
    <Select
      label={t('ships:yard.trade_in')}
      hint={tradeIns.length === 0 ? t('ships:yard.no_trade_in') : undefined}
      value={value ?? NO_TRADE_IN}
      onChange={(chosen) => onChange(chosen === NO_TRADE_IN ? null : chosen)}
      options={[
        { value: NO_TRADE_IN, label: t('ships:yard.trade_in_none') },
        ...tradeIns.map((ship) => ({
          value: ship.shipId,
          label: t('ships:yard.trade_in_ship', {
            name: ship.name,
            value: formatCredits(ship.value, locale),
          }),
        })),
      ]}
    />
  );
}
