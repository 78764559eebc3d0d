import { Button, buttonClass, formatInteger, formatSigned, IconButton, KeyCap, ObjectGlyph } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useGame, useLocale } from '../app/game-context.ts';
import { gameQueries } from '../app/game-queries.ts';
import { useText } from '../app/text.ts';
import { useIsPhone } from '../app/use-media.ts';
import { changeSettings } from '../app/use-settings.ts';
import styles from './Guide.module.css';
import { useGuideRun } from './guide-run-store.ts';
import type { GuideStep, GuideView } from './guide-step.ts';
import { GUIDE_STAGES } from './guide-step.ts';
import { useGuide } from './use-guide.ts';
import { guidedControl, useGuidedControl } from './use-guided-control.ts';
import { useSettled } from './use-settled.ts';

/** Two steps with the same key are the same to whoever reads them. */
const keyOf = (step: GuideStep | null): string =>
  step === null ? '' : [step.text, step.side, step.controls.join()].join();

const STAGES = Array.from({ length: GUIDE_STAGES }, (_, index) => index + 1);

/** One sentence at the edge of the screen, and a ring around the control it is about. It blocks nothing. */
export function GuideBar({ mode }: { readonly mode: GuideView['mode'] }): ReactElement | null {
  const t = useText('guide');
  const services = useGame();
  const isPhone = useIsPhone();
  const coming = useGuide(mode);
  const step = useSettled(coming, keyOf(coming));
  const restart = useGuideRun((run) => run.restart);
  useGuidedControl(step?.controls ?? []);
  if (step === null) return null;
  const isDone = step.text === 'done';
  const close = () => {
    restart();
    void changeSettings(services, { guide: 'off' }).catch(() => undefined);
  };
  return (
    <section className={styles.bar} aria-label={t('guide:label')}>
      <span
        className={styles.stages}
        role="img"
        aria-label={t('guide:stage', { stage: step.stage, of: GUIDE_STAGES })}
      >
        {STAGES.map((stage) => (
          <i
            key={stage}
            data-done={isDone || stage < step.stage}
            data-now={!isDone && stage === step.stage}
          />
        ))}
      </span>
      <p role="status" className={styles.say}>
        {isDone ? <DoneText /> : <Sentence step={step} />}
      </p>
      <span className={styles.acts}>
        {isDone ? (
          <ManualLink />
        ) : (
          <>
            {step.hotkey !== null && !isPhone && <KeyCap>{step.hotkey}</KeyCap>}
            <Button size="small" variant="quiet" onClick={() => showControl(step)}>
              {t('guide:show')}
            </Button>
          </>
        )}
        <IconButton tight label={t('guide:close')} icon={<ObjectGlyph kind="cross" />} onClick={close} />
      </span>
    </section>
  );
}

/** Brings the control into view and gives it the focus: the next Enter does it. */
function showControl(step: GuideStep): void {
  const control = guidedControl(step.controls);
  control?.scrollIntoView({ block: 'center', inline: 'nearest' });
  control?.focus({ preventScroll: true });
}

function Sentence({ step }: { readonly step: GuideStep }): ReactElement {
  const t = useText('guide');
  const locale = useLocale();
  const { text, side, task } = step;
  if (text === 'done') return <DoneText />;
  if (text === 'cockpit') return <>{t('guide:cockpit')}</>;
  if (task === null) return <>{t(`guide:any.${side}.${text}`)}</>;
  const params = {
    item: t(`common:commodity_word.${task.commodity}`),
    quantity: formatInteger(task.quantity, locale),
    station: task.stationName,
    number: task.sectorNumber,
  };
  return <>{t(`guide:${side}.${text}`, params)}</>;
}

/** What the run came to, by the last sale; without one, that it is over. */
function DoneText(): ReactElement {
  const t = useText('guide');
  const { api } = useGame();
  const locale = useLocale();
  const { data } = useQuery(gameQueries.trades(api));
  const profit = data?.items.find(({ side }) => side === 'sell')?.profit ?? null;
  if (profit === null) return <>{t('guide:done')}</>;
  const amount = t('common:unit.credits', { amount: formatSigned(profit, locale) });
  return <>{t(profit > 0n ? 'guide:done_profit' : 'guide:done_loss', { profit: amount })}</>;
}

function ManualLink(): ReactElement {
  const t = useText('guide');
  const { pathname } = useLocation();
  return (
    <Link
      to="/help/trading"
      state={{ from: pathname }}
      className={buttonClass({ variant: 'quiet', size: 'small' })}
    >
      {t('guide:manual')}
    </Link>
  );
}
