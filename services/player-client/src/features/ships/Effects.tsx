import { ObjectGlyph } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import styles from './Ships.module.css';
import type { UpgradeRow } from './ship-queries.ts';
import { useStatText } from './use-stat-text.ts';

/** What a change of the ship moves: each value before and after. */
export function Effects({ effects }: { readonly effects: UpgradeRow['effects'] }): ReactElement | null {
  const t = useText();
  const words = useStatText();
  if (effects.length === 0) return null;
  return (
    <p className={styles.effects}>
      {effects.map(({ stat, before, after }) => (
        <span key={stat}>
          {words.name(stat)} {words.value(stat, before)}
          <ObjectGlyph kind="right" label={t('ships:effect')} className={styles.arrow} />
          {words.value(stat, after)}
        </span>
      ))}
    </p>
  );
}
