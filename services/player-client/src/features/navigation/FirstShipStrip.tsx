import { Button, formatCredits, IconButton, Meter, ObjectGlyph } from '@sw/ui';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { changeSettings, skipFirstShip, useSettings } from '../../app/use-settings.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import styles from './CockpitContext.module.css';
import type { Chain } from './chain-view.ts';
import { chainText, goalPercent } from './chain-view.ts';

export interface FirstShipStripProps {
  readonly chain: Chain;
  /** The ship is already where the step points. */
  readonly isThere: boolean;
  /** The one act of the cockpit is this plot already. */
  readonly isPlotNext?: boolean;
  readonly phone?: boolean;
  /** The key that plots to where the step points; docked it means the job board. */
  readonly hotkey?: string | undefined;
}

/** The current step of the starter chain: what to do, how far, what it pays, and one key to go there. */
export function FirstShipStrip({
  chain,
  isThere,
  isPlotNext = false,
  phone = false,
  hotkey,
}: FirstShipStripProps): ReactElement {
  const t = useText();
  const services = useGame();
  const locale = useLocale();
  const { goalBar } = useSettings();
  const plotted = usePlotChain(chain, isThere);
  const plot = isPlotNext ? null : plotted;
  const { target } = chain;
  const progress = t('game:chain.progress', { progress: target.progress, need: target.need });
  const reward = formatCredits(chain.reward, locale);
  const skip = (what: { readonly skipStep: true } | { readonly skipAll: true }) =>
    void skipFirstShip(services, what).catch(() => undefined);

  if (phone)
    return (
      <div className={styles.phoneTask}>
        <p>{chainText(chain, t, locale)}</p>
        <small>{t('game:chain.progress_pays', { progress, reward })}</small>
        {plot === null ? (
          <span />
        ) : (
          <Button data-guide="plot" onClick={plot}>
            {t('game:chain.plot')}
          </Button>
        )}
      </div>
    );
  return (
    <section className={styles.section} aria-labelledby="chain">
      <div className={styles.title}>
        <span className={styles.buttons}>
          <h3 id="chain">{t(`game:chain.title_${chain.key}`)}</h3>
          <HelpMark topic="jobs" about={t(`game:chain.title_${chain.key}`)} />
        </span>
        <span className={styles.buttons}>
          <span className="num">{t('game:chain.step', { step: chain.step, steps: chain.steps })}</span>
          <Button size="small" variant="bare" onClick={() => skip({ skipStep: true })}>
            {t('game:chain.skip')}
          </Button>
        </span>
      </div>
      <p className={styles.task}>{chainText(chain, t, locale)}</p>
      <Meter className={styles.bar} value={target.progress} max={target.need} label={progress} />
      <div className={styles.title}>
        <span>
          {progress}
          {t('game:chain.pays_word')}{' '}
          <b className="credits">{t('common:unit.credits', { amount: reward })}</b>
        </span>
        <span className={styles.buttons}>
          {plot !== null && (
            <Button size="small" variant="quiet" hotkey={hotkey} data-guide="plot" onClick={plot}>
              {t('game:chain.plot')}
            </Button>
          )}
        </span>
      </div>
      {goalBar === 'shown' && (
        <GoalBar
          chain={chain}
          onDismiss={() => void changeSettings(services, { goalBar: 'dismissed' }).catch(() => undefined)}
        />
      )}
    </section>
  );
}

function GoalBar({
  chain,
  onDismiss,
}: {
  readonly chain: Chain;
  readonly onDismiss: () => void;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { goal } = chain;
  const ship = t(`common:ship_type.${goal.shipType}`);
  const percent = goalPercent(goal);
  return (
    <div className={styles.goal}>
      <div className={styles.title}>
        <span>{t('game:chain.goal', { ship })}</span>
        <span className={styles.buttons}>
          <span className="num">
            <b>{formatCredits(goal.credits, locale)}</b>/{formatCredits(goal.need, locale)}
          </span>
          <IconButton
            tight
            label={t('common:action.dismiss')}
            icon={<ObjectGlyph kind="cross" />}
            onClick={onDismiss}
          />
        </span>
      </div>
      <Meter value={percent} max={100} label={t('game:chain.goal_label', { percent, ship })} tone="accent" />
    </div>
  );
}

/** Plots to where the step points, null where it points nowhere or the ship is there. */
export function usePlotChain(chain: Chain | null, isThere: boolean): (() => void) | null {
  const { navigation } = useCommands();
  const services = useGame();
  const navigate = useNavigate();
  const sectorId = chain?.target.sectorId ?? null;
  if (sectorId === null || isThere) return null;
  return () => {
    void navigation.plot(sectorId).then((outcome) => {
      services.print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
      if (outcome.ok) void navigate('/game/map');
    });
  };
}
