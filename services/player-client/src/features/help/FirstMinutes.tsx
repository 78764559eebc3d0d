import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { changeSettings } from '../../app/use-settings.ts';
import { useGuideRun } from '../../guide/guide-run-store.ts';
import styles from './HelpPage.module.css';
import { shownNumber, valueAt } from './manual-values.ts';
import { useWriter } from './use-writer.ts';

const STEPS = ['look', 'prices', 'buy', 'fly', 'sell', 'stop'] as const;

/** The first five minutes, in the order in which they happen. */
export function FirstMinutes(): ReactElement {
  const t = useText();
  const { writer } = useWriter();
  const perDay =
    writer === null
      ? '…'
      : (shownNumber(writer, valueAt(writer.catalogue, 'facts.turns.perDay'), 'count') ?? '…');
  return (
    <>
      <p className={styles.lead}>{t('help:start_lead')}</p>
      <Replay />
      <ol className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step}>
            <h2>{t(`help:start.${step}`)}</h2>
            <p>{t(`help:start.${step}_text`, { perDay })}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The guide through a trade once more: for whoever closed it, or has forgotten. */
function Replay(): ReactElement | null {
  const t = useText();
  const services = useGame();
  const navigate = useNavigate();
  const restart = useGuideRun((run) => run.restart);
  const { session } = services;
  if (session.state().status === 'signed_out') return null;
  const replay = async () => {
    const isKnown = session.state().status === 'signed_in' || (await session.restore());
    if (isKnown) {
      restart();
      await changeSettings(services, { guide: 'again' }).catch(() => undefined);
    }
    // Whoever is nobody yet signs in on the way there.
    void navigate('/game');
  };
  return (
    <div className={styles.replay}>
      <p>{t('help:manual.replay_note')}</p>
      <Button onClick={() => void replay()}>{t('help:manual.replay')}</Button>
    </div>
  );
}
