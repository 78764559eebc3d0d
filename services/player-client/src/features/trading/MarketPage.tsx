import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { Screen } from '../../shell/Screen.tsx';
import { TradeRunBar } from '../../trade-run/TradeRunBar.tsx';
import { BasketPanel } from './BasketPanel.tsx';
import { MarketHead } from './MarketHead.tsx';
import { MarketKeys } from './MarketKeys.tsx';
import { MarketTableView } from './MarketTableView.tsx';
import { PhoneMarket } from './PhoneMarket.tsx';
import { PriceDesk } from './PriceDesk.tsx';
import { RemoteMarket } from './RemoteMarket.tsx';
import { TicketPanel } from './TicketPanel.tsx';
import type { MarketModel } from './use-market.ts';
import { useMarket } from './use-market.ts';
import { useMarketKeys } from './use-market-keys.ts';

/** P-07: trade in as few keystrokes as possible; away from the station, what is known of it. */
export function MarketPage(): ReactElement {
  const { id = '' } = useParams();
  return <Market key={id} stationId={id} />;
}

function Market({ stationId }: { readonly stationId: string }): ReactElement {
  const model = useMarket(stationId);
  useMarketKeys(model);
  return useIsPhone() ? <PhoneMarket model={model} /> : <DeskMarket model={model} />;
}

function DeskMarket({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const { station, market, isLive } = model;
  const state = usePanelState(model.marketQuery, t('trade:title.market'), 8);
  return (
    <Screen
      title={station?.name ?? market?.stationName ?? t('trade:title.market')}
      headingId="station-name"
      contextLabel={isLive ? t('trade:order') : t('trade:remote.title')}
      context={
        isLive ? (
          <>
            <TradeRunBar
              model={model.tradeRun}
              stationId={model.stationId}
              onLoad={({ lines }) => model.load(lines)}
            />
            <TicketPanel model={model} />
            <BasketPanel model={model} />
          </>
        ) : (
          <RemoteMarket model={model} />
        )
      }
      stage={
        <>
          <MarketHead model={model} />
          <MarketTableView model={model} state={state} />
          {market !== null && model.selected !== null && <PriceDesk model={model} />}
          {isLive && <MarketKeys model={model} />}
        </>
      }
    />
  );
}
