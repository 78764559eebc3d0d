import { formatCredits } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { LookSign } from './LookSign.tsx';
import styles from './MapPage.module.css';
import type { OverlayId } from './map-store.ts';
import { isPriced } from './map-store.ts';
import { overlayLegend } from './overlay-legend.ts';
import type { PriceMarks } from './price-marks.ts';
import type { GameMap } from './use-map.ts';

type SignName =
  | 'you'
  | 'selected'
  | 'station'
  | 'visited'
  | 'scanned'
  | 'danger'
  | 'course'
  | 'tunnel'
  | 'trunk'
  | 'oneway'
  | 'bookmark'
  | 'waypoint'
  | 'avoided';

/** The signs as the chart draws them, on a 16 grid. */
const SIGNS: Readonly<Record<SignName, ReactNode>> = {
  you: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <circle cx="8" cy="8" r="2.5" className={styles.filled} />
    </>
  ),
  selected: <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" />,
  station: (
    <>
      <circle cx="8" cy="8" r="3.75" />
      <circle cx="8" cy="8" r="1.4" className={styles.filled} />
    </>
  ),
  visited: <circle cx="8" cy="8" r="2.1" className={styles.filled} />,
  scanned: <circle cx="8" cy="8" r="1.7" className={styles.filled} opacity="0.5" />,
  danger: <path d="M8 2 14.5 13h-13z" />,
  course: <path d="M1 8h14" strokeWidth="2.5" />,
  tunnel: <path d="M1 8h14" strokeDasharray="4 3" />,
  trunk: <path d="M1 6.500h14M1 9.500h14" />,
  oneway: <path d="M1 8h13M9.5 4.5 13 8l-3.5 3.5" />,
  bookmark: <path d="M5 14V3h7v5H5" />,
  waypoint: <path d="M3 3h10v10H3z" />,
  avoided: <path d="M8 2.500a5.500 5.500 0 1 0 .01 0M4 4l8 8" />,
};

/** Signs of sectors, where the overlay has none of its own for them. */
const PLAIN: readonly SignName[] = ['station', 'visited', 'scanned'];
const WARPS: readonly SignName[] = ['course', 'tunnel', 'trunk', 'oneway'];
const KEEPS_PLAIN: readonly OverlayId[] = ['trade', 'pays', 'asks', 'type'];

export interface MapLegendProps {
  readonly map: Pick<GameMap, 'overlay' | 'commodity' | 'prices' | 'bookmarks' | 'course' | 'avoided'>;
}

/** What the signs on the chart mean: those of the overlay first, then those that are always there. */
export function MapLegend({
  map: { overlay, commodity, prices, bookmarks, course, avoided },
}: MapLegendProps): ReactElement {
  const t = useText();
  const goods = t(`common:commodity_word.${commodity}`);
  const marked: SignName[] = [];
  if (bookmarks.size > 0) marked.push('bookmark');
  if (course !== null && course.via.length > 0) marked.push('waypoint');
  if (avoided.length > 0) marked.push('avoided');
  const signs: readonly SignName[] = [
    'you',
    'selected',
    ...(KEEPS_PLAIN.includes(overlay) ? PLAIN : []),
    ...(overlay === 'danger' ? [] : (['danger'] as const)),
    ...WARPS,
    ...marked,
  ];
  return (
    <ul className={styles.legend} aria-label={t('map:legend')}>
      {isPriced(overlay) && prices !== null && <PriceScale prices={prices} side={overlay} goods={goods} />}
      {isPriced(overlay) && prices === null && (
        <li className={styles.scale}>{t('map:legend_no_prices', { commodity: goods })}</li>
      )}
      {overlayLegend(overlay, t).map(({ look, text }) => (
        <li key={`${look.tone}-${look.shape}-${look.alpha}-${text}`}>
          <LookSign look={look} />
          {text}
        </li>
      ))}
      {overlay === 'territory' && <li className={styles.scale}>{t('map:legend_unheld')}</li>}
      {overlay === 'bookmarks' && bookmarks.size === 0 && (
        <li className={styles.scale}>{t('map:legend_no_bookmarks')}</li>
      )}
      {signs.map((sign) => (
        <li key={sign} data-sign={sign}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {SIGNS[sign]}
          </svg>
          {t(`map:legend_${sign}`)}
        </li>
      ))}
      {KEEPS_PLAIN.includes(overlay) && (
        <li data-sign="unknown">
          <b className="num">{'?'}</b>
          {t('map:legend_unknown')}
        </li>
      )}
    </ul>
  );
}

function PriceScale({
  prices: { worst, best },
  side,
  goods,
}: {
  readonly prices: PriceMarks;
  readonly side: 'pays' | 'asks';
  readonly goods: string;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <li className={styles.scale}>
      <b className="num">{formatCredits(worst, locale)}</b>
      <span aria-hidden="true">
        {[4, 6, 8, 10, 12].map((width) => (
          <i key={width} style={{ width, height: width }} />
        ))}
      </span>
      <b className="num">{formatCredits(best, locale)}</b>
      {t(`map:legend_${side}`, { commodity: goods })}
    </li>
  );
}
