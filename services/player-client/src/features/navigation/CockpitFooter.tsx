import { formatSectorNumber, KeyCap } from '@sw/ui';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../app/text.ts';
import { courseStore } from '../../courses/course-store.ts';
import { runKeyAction } from '../../keyboard/keyboard-store.ts';
import { chartModelOf, nearestRow } from '../../sectors/chart-model.ts';
import styles from './Decks.module.css';
import type { Cockpit } from './use-cockpit.ts';

/** The keys that belong to the warps: the nearest station and the course flown last. */
export function CockpitFooter({ cockpit }: { readonly cockpit: Cockpit }): ReactElement | null {
  const t = useText();
  const last = useStore(courseStore, (store) => store.last);
  const { sector, chart, dockedAt } = cockpit;
  if (sector === undefined || dockedAt !== null) return null;
  const model = chart === undefined ? null : chartModelOf(chart);
  const here = model?.rowOf(sector.number) ?? null;
  const near = model === null || here === null ? null : nearestRow(model, here, model.hasStation);
  return (
    <>
      {model !== null && near !== null && (
        <button
          type="button"
          className={styles.footKey}
          data-guide="nearest"
          onClick={() => runKeyAction('nearest')}
        >
          <KeyCap>{'N'}</KeyCap>
          {t('game:cockpit.nearest_station')} <b>{formatSectorNumber(model.numberAt(near.row))}</b>
        </button>
      )}
      {last !== null && last !== sector.id && (
        <button type="button" className={styles.footKey} onClick={() => runKeyAction('repeat')}>
          <KeyCap>{'R'}</KeyCap>
          {t('game:cockpit.last_course')}
        </button>
      )}
    </>
  );
}
