import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
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
