import { formatCompact, formatTurns, HoldCells } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useLocale } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import { useNow } from '../app/use-now.ts';
import { useSettings } from '../app/use-settings.ts';
import styles from './PhoneStatus.module.css';
import type { PlayerStateView } from './status-view-model.ts';
import { statusOf } from './status-view-model.ts';
import { useHoldLabel } from './use-hold-label.ts';

const CELLS_PX = 100;

/** Turns, credits and hold: what a thumb-sized screen always shows. */
export function PhoneStatus({ state }: { readonly state: PlayerStateView | undefined }): ReactElement {
  const t = useText();
  return (
    <section className={styles.bar} aria-label={t('game:status.label')} id="status" tabIndex={-1}>
      {state !== undefined && <Figures state={state} />}
    </section>
  );
}

function Figures({ state }: { readonly state: PlayerStateView }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { turns, credits, hold } = statusOf(state, useNow(), useSettings().lowTurnWarning);
  const holdLabel = useHoldLabel(hold);
  return (
    <>
      <span className="num">
        <b className={clsx(turns.isLow && 'warn')}>{formatTurns(turns.turns, locale)}</b>
        <span className={styles.of}> {t('game:status.turns_unit')}</span>
      </span>
      <span className="num credits">
        <b>{formatCompact(credits, locale)}</b>
        <span className={styles.of}> {t('game:status.credits_unit')}</span>
      </span>
      {hold !== null && (
        <span className={styles.hold}>
          <span className="num">
            <b>{hold.used}</b>
            <span className={styles.of}>/{hold.capacity}</span>
          </span>
          <HoldCells segments={hold.segments} capacity={hold.capacity} width={CELLS_PX} label={holdLabel} />
        </span>
      )}
    </>
  );
}
