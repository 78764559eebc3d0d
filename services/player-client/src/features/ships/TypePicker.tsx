import { ShipGlyph } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import styles from './Ships.module.css';
import type { ShipOffer } from './ship-queries.ts';

export interface TypePickerProps {
  readonly types: readonly ShipOffer[];
  readonly chosen: readonly string[];
  readonly onToggle: (key: string) => void;
}

/** Every type as a silhouette; pressing one takes it into the comparison or out of it. */
export function TypePicker({ types, chosen, onToggle }: TypePickerProps): ReactElement {
  const t = useText();
  return (
    <fieldset className={styles.picker}>
      <legend>{t('ships:yard.choose')}</legend>
      {types.map(({ key }) => (
        <button
          key={key}
          type="button"
          aria-pressed={chosen.includes(key)}
          className={styles.pick}
          onClick={() => onToggle(key)}
        >
          <ShipGlyph type={key} />
          {t(`common:ship_type.${key}`)}
        </button>
      ))}
    </fieldset>
  );
}
