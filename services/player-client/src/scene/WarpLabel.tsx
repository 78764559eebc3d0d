import { useTranslation } from '@sw/i18n';
import { formatSectorNumber, ObjectGlyph, TradeCode } from '@sw/ui';
import type { ReactElement } from 'react';
import type { SceneWarp } from './scene-types.ts';
import styles from './WarpRing.module.css';

/** A hazard that deserves a word and the amber. */
export const HAZARD_WARNS = 3;

/** The words of a warp: where it leads, what is there, what it costs. */
export function WarpLabel({ warp }: { warp: SceneWarp }): ReactElement {
  const { t } = useTranslation(['game', 'common']);
  const { number, name, kind, hazard, tradeCode, turns, isOneWay, isVisited } = warp;
  const isDangerous = hazard !== undefined && hazard >= HAZARD_WARNS;
  return (
    <>
      <span className={styles.first}>
        <span className={styles.number}>{formatSectorNumber(number)}</span>{' '}
        {(name !== null || !isVisited) && <bdi>{name ?? t('common:sector.name_unknown')}</bdi>}
      </span>{' '}
      <span className={styles.second}>
        {kind !== 'lane' && <span>{warpKindText(kind, t)}</span>}
        {isOneWay && <span>{t('scene.one_way')}</span>}
        {isDangerous && (
          <span className={styles.hazard}>
            <ObjectGlyph kind="hazard" />
            {t('common:number.hazard', { level: hazard })}
          </span>
        )}
        {tradeCode !== undefined && <TradeCode sides={tradeCode.sides} label={tradeCode.label} />}
        <span className={styles.turns}>
          {turns === null ? t('scene.turns_unknown') : t('scene.turns', { count: turns })}
        </span>
      </span>
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<['game', 'common']>>['t'];

/** Kinds come from the server; one this build has no word for is shown by its key. */
function warpKindText(kind: string, t: Translate): string {
  switch (kind) {
    case 'tunnel':
    case 'trunk':
    case 'nexus_link':
    case 'gate':
      return t(`common:warp_kind.${kind}`);
    default:
      return kind;
  }
}
