import { formatCredits } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './MapPage.module.css';
import type { Overlay } from './map-store.ts';
import type { PriceMarks } from './price-marks.ts';

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
  | 'protected';

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
  protected: <path d="M3 3h10v10H3z" />,
};

const ALWAYS: readonly SignName[] = [
  'you',
  'selected',
  'station',
  'visited',
  'scanned',
  'danger',
  'course',
  'tunnel',
  'trunk',
  'oneway',
];

export interface MapLegendProps {
  readonly overlay: Overlay;
  readonly prices: PriceMarks | null;
}

/** What the signs on the chart mean. */
export function MapLegend({ overlay, prices }: MapLegendProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const signs: readonly SignName[] = overlay === 'security' ? ['protected', ...ALWAYS] : ALWAYS;
  return (
    <ul className={styles.legend} aria-label={t('game:map.legend')}>
      {prices !== null && (
        <li className={styles.scale}>
          <b className="num">{formatCredits(prices.least, locale)}</b>
          <span aria-hidden="true">
            {[4, 6, 8, 10, 12].map((width) => (
              <i key={width} style={{ width, height: width }} />
            ))}
          </span>
          <b className="num">{formatCredits(prices.best, locale)}</b>
          {t('game:map.legend_pays')}
        </li>
      )}
      {signs.map((sign) => (
        <li key={sign} data-sign={sign}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {SIGNS[sign]}
          </svg>
          {t(`game:map.legend_${sign}`)}
        </li>
      ))}
      <li data-sign="unknown">
        <b className="num">{'?'}</b>
        {t('game:map.legend_unknown')}
      </li>
    </ul>
  );
}
