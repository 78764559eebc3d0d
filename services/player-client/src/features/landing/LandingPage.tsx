import { Button, buttonClass, Wordmark } from '@sw/ui';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { PublicLink } from '../../app/PublicLink.tsx';
import { text } from '../../app/public-text.ts';
import { hasPlayedHere } from '../account/index.ts';
import styles from './LandingPage.module.css';
import { LiveFacts } from './LiveFacts.tsx';
import { SampleRun } from './SampleRun.tsx';
import { StarChart } from './StarChart.tsx';
import { useLiveFacts } from './use-live-facts.ts';
import { useSampleRun } from './use-sample-run.ts';

/** P-01: what the game is, and how to start, on one screen. */
export function LandingPage(): ReactElement {
  const facts = useLiveFacts();
  const run = useSampleRun();
  const returning = hasPlayedHere();
  useEffect(() => {
    document.title = text('landing.document_title');
  }, []);

  const closed = facts.state === 'offline' ? text('landing.offline_reason') : undefined;
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#play">
        {text('landing.skip')}
      </a>
      <header className={styles.top}>
        <Wordmark label={text('app.name')} className={styles.word} />
        <nav aria-label={text('landing.site_nav')}>
          <a href="/help">{text('landing.manual')}</a>
        </nav>
      </header>
      <main className={styles.hero}>
        <StarChart flown={run.flown} />
        <div className={styles.copy}>
          <h1>{text('landing.title')}</h1>
          <p className={styles.lead}>{text('landing.lead')}</p>
          <div className={styles.acts}>
            {closed === undefined ? (
              <>
                {returning && (
                  <a id="play" className={buttonClass({ variant: 'next', size: 'large' })} href="/game">
                    {text('landing.continue')}
                  </a>
                )}
                <PublicLink
                  id={returning ? undefined : 'play'}
                  className={buttonClass({ variant: returning ? 'plain' : 'next', size: 'large' })}
                  href="/register"
                >
                  {text('landing.play')}
                </PublicLink>
                {!returning && (
                  <PublicLink className={buttonClass({ size: 'large' })} href="/login">
                    {text('landing.login')}
                  </PublicLink>
                )}
              </>
            ) : (
              <Button id="play" size="large" disabledReason={closed}>
                {text('landing.login')}
              </Button>
            )}
            {run.line === null && (
              <button type="button" className={styles.watch} onClick={run.start}>
                {text('landing.watch')}
              </button>
            )}
          </div>
          <SampleRun run={run} />
        </div>
      </main>
      <LiveFacts facts={facts} />
    </div>
  );
}
