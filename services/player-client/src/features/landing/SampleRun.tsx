import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import type { PublicKey } from '../../app/public-text.ts';
import { hasText, text } from '../../app/public-text.ts';
import styles from './LandingPage.module.css';
import type { SampleRun as Run } from './use-sample-run.ts';
import { RUN_LINES } from './use-sample-run.ts';

const LINES = Array.from({ length: RUN_LINES }, (_, line) => line + 1);

const textOf = (key: string): string => (hasText(key) ? text(key as PublicKey) : '');

/** A whole run in five commands, and the controls that play it. */
export function SampleRun({ run }: { readonly run: Run }): ReactElement {
  return (
    <figure className={styles.run}>
      <figcaption>
        <span>{text('landing.run_title')}</span>
        <span className="num">{text('landing.run_turns')}</span>
      </figcaption>
      <ol aria-live={run.line === null ? undefined : 'polite'}>
        {LINES.map((line) => (
          <li
            key={line}
            className={run.line !== null && line > run.line + 1 ? styles.ahead : undefined}
            aria-hidden={run.line !== null && line > run.line + 1}
          >
            <span className={styles.command}>{textOf(`landing.run_command_${line}`)}</span>
            <span>
              {textOf(`landing.run_result_${line}`)}
              {hasText(`landing.run_amount_${line}`) && (
                <span className={line === RUN_LINES ? 'gain' : 'hi'}>
                  {textOf(`landing.run_amount_${line}`)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {run.line !== null && (
        <div className={styles.controls}>
          <Button size="small" onClick={() => run.step(-1)}>
            {text('landing.run_back')}
          </Button>
          <Button size="small" onClick={run.toggle}>
            {text(run.isPlaying ? 'landing.run_pause' : 'landing.run_play')}
          </Button>
          <Button size="small" onClick={() => run.step(1)}>
            {text('landing.run_next')}
          </Button>
          <Button size="small" variant="quiet" onClick={run.close}>
            {text('landing.run_close')}
          </Button>
        </div>
      )}
    </figure>
  );
}
