import {
  formatCompact,
  formatCredits,
  formatDuration,
  formatSectorNumber,
  formatTurns,
  HoldCells,
  LogoMark,
  TurnRuler,
} from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import { useNow } from '../app/use-now.ts';
import { useSettings } from '../app/use-settings.ts';
import { JobChip } from '../features/station-contracts/index.ts';
import { AlertChips } from './AlertChips.tsx';
import { LinkChip } from './LinkChip.tsx';
import styles from './StatusBar.module.css';
import type { PlayerStateView } from './status-view-model.ts';
import { statusOf } from './status-view-model.ts';
import { turnsNow } from './turns-now.ts';
import { useHoldLabel } from './use-hold-label.ts';
import { WallClock } from './WallClock.tsx';

export interface StatusBarProps {
  /** Undefined until the first answer: the bar keeps its geometry. */
  readonly state: PlayerStateView | undefined;
}

/** The numbers that are always wanted: turns, credits, hold, hull, place, link. */
export function StatusBar({ state }: StatusBarProps): ReactElement {
  const t = useText();
  return (
    <section className={styles.bar} aria-label={t('game:status.label')} id="status" tabIndex={-1}>
      <span className={styles.mark}>
        <LogoMark />
      </span>
      {state === undefined ? <span className={styles.waiting} /> : <Figures state={state} />}
      <span className={styles.chips}>
        {state !== undefined && <AlertChips alerts={state.alerts} />}
        {state !== undefined && <JobChip />}
        <LinkChip />
        <WallClock />
      </span>
    </section>
  );
}

function Figures({ state }: { readonly state: PlayerStateView }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const view = statusOf(state, useNow(), useSettings().lowTurnWarning);
  const holdLabel = useHoldLabel(view.hold);
  const { turns, hold, drones, place } = view;
  const shown = formatTurns(turns.turns, locale);
  const cap = formatTurns(turns.cap, locale);
  return (
    <dl className={styles.figures}>
      <Figure name={t('game:status.turns')} extra={<TurnsNote state={state} />}>
        <b className={clsx(styles.count, turns.isLow && 'warn')} style={{ minWidth: `${cap.length}ch` }}>
          {shown}
        </b>
        <span className={styles.of}>/{cap}</span>
        <span className={styles.instrument}>
          <TurnRuler
            turns={turns.turns}
            cap={turns.cap}
            label={t('common:turn_ruler.label', { turns: shown, cap })}
          />
        </span>
      </Figure>
      <Figure name={t('game:status.credits')} hideName>
        <b
          className="credits"
          title={t('common:unit.credits', { amount: formatCredits(view.credits, locale) })}
        >
          {formatCompact(view.credits, locale)}
        </b>
        <span className={styles.of}>{t('game:status.credits_unit')}</span>
      </Figure>
      {hold !== null && (
        <Figure name={t('game:status.hold')}>
          <b>{hold.used}</b>
          <span className={styles.of}>/{hold.capacity}</span>
          <span className={styles.instrument}>
            <HoldCells segments={hold.segments} capacity={hold.capacity} label={holdLabel} />
          </span>
        </Figure>
      )}
      {view.hullPct !== null && (
        <Figure name={t('game:status.hull')} className={styles.wide}>
          <b className={clsx(view.hullPct < 50 && 'loss')}>{view.hullPct}</b>
          {view.shieldPct !== null && (
            <>
              <span className={styles.second}>{t('game:status.shield')}</span>
              <b>{view.shieldPct}</b>
            </>
          )}
          <span className={styles.of}>%</span>
        </Figure>
      )}
      {drones !== null && (
        <Figure name={t('game:status.drones')} className={styles.widest}>
          <b>{drones.aboard}</b>
          <span className={styles.of}>/{drones.bays}</span>
        </Figure>
      )}
      {place !== null && (
        <Figure name={t('game:status.place')} hideName last>
          <b>{formatSectorNumber(place.number)}</b>{' '}
          <span className={styles.zone}>{t(`common:zone.${place.zone}`)}</span>
        </Figure>
      )}
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly hideName?: boolean;
  readonly last?: boolean;
  readonly extra?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

function Figure({
  name,
  hideName = false,
  last = false,
  extra,
  className,
  children,
}: FigureProps): ReactElement {
  return (
    <div className={clsx(styles.figure, last && styles.last, className)}>
      <dt className={clsx(hideName && styles.hidden)}>{name}</dt>
      <dd>{children}</dd>
      {extra}
    </div>
  );
}

/** The rate and the time until the pool is full, counted every second; nothing beside it moves. */
function TurnsNote({ state }: { readonly state: PlayerStateView }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { perHour, fullInMs } = turnsNow(state.turns, useNow(1_000));
  const span = fullInMs === null ? null : formatDuration(fullInMs, locale);
  return (
    <dd className={clsx(styles.note, span !== null && styles.ticking)}>
      {span === null ? t('game:status.turns_full') : t('game:status.turns_note', { perHour, span })}
    </dd>
  );
}
