import type { TFunction } from '@sw/i18n';
import { useTranslation } from '@sw/i18n';
import { formatDecimal, formatInteger, formatPercent, formatSigned, Sparkline } from '@sw/ui';
import { clsx } from 'clsx';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import { formatBytes } from '../../widgets/format-bytes.ts';
import styles from './Operations.module.css';
import type { Tile } from './tiles.ts';

export interface StatTileProps {
  readonly tile: Tile;
  /** Course of the figure over a day; gaps are left out. */
  readonly course: readonly (number | null)[];
}

const PPM_PER_PERCENT = 10_000;

const SHOWN = 48;

/** One figure, whether it needs somebody, and how it went over the day. */
export function StatTile({ tile, course }: StatTileProps): ReactElement {
  const { t } = useTranslation('operations');
  const locale = useLocale();
  const known = course.filter((value) => value !== null).slice(-SHOWN);
  return (
    <li className={clsx(styles.tile, styles[tile.tone])}>
      <span className={styles.name}>{t(tile.name)}</span>
      <span className={styles.figure}>
        {tile.tone !== 'calm' && <TriangleAlert aria-label={t(`tone.${tile.tone}`)} />}
        <b className="num">{tile.value === null ? t('no_answer') : figureOf(t, tile, tile.value, locale)}</b>
        {tile.value !== null && tile.of !== undefined && (
          <small>{t(`of.${tile.id}` as 'of.new', { n: formatInteger(tile.of, locale) })}</small>
        )}
      </span>
      <span className={styles.course}>{known.length > 1 && <Sparkline values={known} />}</span>
    </li>
  );
}

function figureOf(t: TFunction<'operations'>, { unit }: Tile, value: number, locale: string): string {
  switch (unit) {
    case 'count':
      return formatInteger(value, locale);
    case 'rate':
      return t('unit.per_s', { n: formatDecimal(value, locale, 1) });
    case 'ms':
      return t('unit.ms', {
        n: value < 10 ? formatDecimal(value, locale, 1) : formatInteger(Math.round(value), locale),
      });
    case 's':
      return t('unit.s', { n: formatInteger(Math.round(value), locale) });
    case 'ppm':
      return t('unit.percent', { n: formatDecimal(value / PPM_PER_PERCENT, locale, 2) });
    case 'bytes':
      return formatBytes(value, locale);
    case 'share':
      return formatPercent(value, locale);
    case 'credits':
      return t('unit.credits', { n: formatSigned(value, locale) });
  }
}
