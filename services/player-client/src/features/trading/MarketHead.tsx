import { formatSectorNumber } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { stationClassName } from '../../sectors/scene-view.ts';
import { StationHead } from '../../stations/StationHead.tsx';
import { MarketFacts } from './MarketFacts.tsx';
import type { MarketModel } from './use-market.ts';

/** Where the prices are from, what is inside them, and the way out. */
export function MarketHead({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const isPhone = useIsPhone();
  const { station, market, stationId } = model;
  return (
    <StationHead
      stationId={stationId}
      current="market"
      help="trading"
      name={station?.name ?? market?.stationName ?? t('trade:title.market')}
      note={
        <>
          {station !== undefined &&
            (isPhone
              ? `${formatSectorNumber(station.sector.number)} `
              : t('trade:head.where', {
                  class: stationClassName(station.stationClass, t),
                  number: formatSectorNumber(station.sector.number),
                  name: station.sector.name,
                }))}
          {!isPhone && <br />}
          <MarketFacts model={model} />
        </>
      }
    />
  );
}
