import { formatCredits, ShipGlyph, Table } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { ActButton } from './ActButton.tsx';
import styles from './Ships.module.css';
import type { Catalogue, ShipOffer } from './ship-queries.ts';
import { STAT_ROWS, verdictOf } from './stat-rows.ts';
import { useStatText } from './use-stat-text.ts';

export interface CompareTableProps {
  readonly catalogue: Catalogue;
  /** Types beside the own ship. */
  readonly shown: readonly string[];
  readonly onBuy: (offer: ShipOffer) => void;
}

const MARKS = { better: '↑', worse: '↓', same: '' } as const;

/** One's own ship in the first column, candidates beside it; every number says whether it is better or worse. */
export function CompareTable({ catalogue, shown, onBuy }: CompareTableProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const words = useStatText();
  const { own } = catalogue;
  const offers = shown.flatMap((key) => catalogue.types.find((type) => type.key === key) ?? []);
  const credits = (amount: bigint | null) => (amount === null ? '–' : formatCredits(amount, locale));
  return (
    <div className={styles.scroller}>
      <Table caption={t('ships:yard.compare')} className={styles.compare}>
        <thead>
          <tr>
            <td />
            {own !== null && (
              <th scope="col" className={styles.pinned}>
                <ShipGlyph type={own.type} className={styles.silhouette} />
                <bdi>{own.name}</bdi>
                <small>{t('ships:yard.yours', { type: t(`common:ship_type.${own.type}`) })}</small>
              </th>
            )}
            {offers.map((offer) => (
              <th key={offer.key} scope="col">
                <ShipGlyph type={offer.key} className={styles.silhouette} />
                {t(`common:ship_type.${offer.key}`)}
                <small>{t(`ships:size.${offer.size}`)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('ships:yard.price')} own={own === null ? null : ''}>
            {offers.map((offer) => (
              <td key={offer.key} className="end">
                {credits(offer.price)}
              </td>
            ))}
          </Row>
          <Row name={t('ships:yard.net')} own={own === null ? null : ''}>
            {offers.map((offer) => (
              <td key={offer.key} className={clsx('end', styles.net)}>
                {credits(offer.net)}
                {offer.missing > 0n && (
                  <small>{t('ships:yard.missing', { credits: credits(offer.missing) })}</small>
                )}
              </td>
            ))}
          </Row>
          <Row name={t('ships:yard.buy')} own={own === null ? null : ''}>
            {offers.map((offer) => (
              <td key={offer.key} className={styles.buy}>
                <ActButton action={{ ...offer.action, cost: {} }} onAct={() => onBuy(offer)}>
                  {t('ships:yard.buy_type', { type: t(`common:ship_type.${offer.key}`) })}
                </ActButton>
              </td>
            ))}
          </Row>
          {STAT_ROWS.map(({ stat, isLessBetter }) => (
            <tr key={stat}>
              <th scope="row">{t(`ships:stat.${stat}`)}</th>
              {own !== null && (
                <td className={clsx('end', styles.pinned)}>{words.value(stat, own.stats[stat])}</td>
              )}
              {offers.map((offer) => {
                const verdict =
                  own === null ? 'same' : verdictOf(own.stats[stat], offer.stats[stat], isLessBetter);
                return (
                  <td key={offer.key} className={clsx('end', styles[verdict])}>
                    {words.value(stat, offer.stats[stat])}
                    <span role="img" aria-label={t(`ships:verdict.${verdict}`)}>
                      {MARKS[verdict]}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
          <Row
            name={t('ships:stat.weapon')}
            own={own === null ? null : t(`ships:weapon.${own.stats.weapon}`)}
          >
            {offers.map((offer) => (
              <td key={offer.key} className="end">
                {t(`ships:weapon.${offer.stats.weapon}`)}
              </td>
            ))}
          </Row>
          <Row name={t('ships:stat.ability')} own={own === null ? null : ''}>
            {offers.map((offer) => (
              <td key={offer.key} className={styles.ability}>
                {words.ability(offer.abilities[0])}
              </td>
            ))}
          </Row>
        </tbody>
      </Table>
    </div>
  );
}

function Row({
  name,
  own,
  children,
}: {
  readonly name: string;
  readonly own: string | null;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <tr>
      <th scope="row">{name}</th>
      {own !== null && <td className={clsx('end', styles.pinned)}>{own}</td>}
      {children}
    </tr>
  );
}
