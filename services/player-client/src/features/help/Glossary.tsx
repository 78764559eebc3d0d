import { COMMODITY_KEYS, CommodityGlyph, formatInteger, NumberCell, Table } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useCatalogue } from '../../app/rules-catalogue.ts';
import { useText } from '../../app/text.ts';
import styles from './HelpPage.module.css';

const WORDS = [
  'turn',
  'sector',
  'warp',
  'tunnel',
  'zone',
  'hazard',
  'station',
  'trade_code',
  'tariff',
  'advantage',
  'margin',
  'course',
  'chart',
] as const;

/** The words of the game, and the goods with their usual prices from the catalogue. */
export function Glossary(): ReactElement {
  const t = useText();
  const locale = useLocale();
  const catalogue = useCatalogue();
  const goods = COMMODITY_KEYS.map((key) => ({ key, range: catalogue.usualRange(key) })).filter(
    ({ range }) => range !== null,
  );
  return (
    <>
      <dl className={styles.words}>
        {WORDS.map((word) => (
          <div key={word}>
            <dt>{t(`help:word.${word}`)}</dt>
            <dd>{t(`help:word.${word}_text`)}</dd>
          </div>
        ))}
      </dl>
      {goods.length > 0 && (
        <Table caption={t('help:goods')} showCaption>
          <thead>
            <tr>
              <th scope="col">{t('help:goods_name')}</th>
              <th scope="col" className="end">
                {t('help:goods_low')}
              </th>
              <th scope="col" className="end">
                {t('help:goods_high')}
              </th>
            </tr>
          </thead>
          <tbody>
            {goods.map(({ key, range }) => (
              <tr key={key}>
                <th scope="row">
                  <CommodityGlyph commodity={key} className={styles.glyph} />
                  {t(`common:commodity.${key}`)}
                </th>
                <NumberCell>{formatInteger(range?.low ?? 0, locale)}</NumberCell>
                <NumberCell>{formatInteger(range?.high ?? 0, locale)}</NumberCell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
