import type { ReactElement } from 'react';
import { text } from '../../app/public-text.ts';
import styles from './LandingPage.module.css';
import type { LiveFacts as Facts } from './use-live-facts.ts';

const number = (value: number | null): string =>
  value === null ? text('landing.fact_unknown') : value.toLocaleString('en');

const SERVER_TEXT = {
  loading: 'landing.server_asking',
  ready: 'landing.server_up',
  maintenance: 'landing.server_maintenance',
  offline: 'landing.server_offline',
} as const;

/** The foot of the landing page: what the server says now, and where to read on. */
export function LiveFacts({ facts }: { readonly facts: Facts }): ReactElement {
  return (
    <footer className={styles.foot}>
      <section aria-labelledby="facts">
        <h2 id="facts">{text('landing.facts_title')}</h2>
        <dl className={styles.facts} aria-busy={facts.state === 'loading'}>
          <div>
            <dt>{text('landing.fact_online')}</dt>
            <dd>{number(facts.online)}</dd>
          </div>
          <div>
            <dt>{text('landing.fact_registered')}</dt>
            <dd>{number(facts.registered)}</dd>
          </div>
          <div>
            <dt>{text('landing.fact_server')}</dt>
            <dd className={facts.state === 'ready' ? 'gain' : 'warn'}>{text(SERVER_TEXT[facts.state])}</dd>
          </div>
          <div>
            <dt>{text('landing.fact_version')}</dt>
            <dd>{facts.version ?? text('landing.fact_unknown')}</dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="how">
        <h2 id="how">{text('landing.how_title')}</h2>
        <ol className={styles.how}>
          <li>{text('landing.how_1')}</li>
          <li>{text('landing.how_2')}</li>
          <li>{text('landing.how_3')}</li>
          <li>{text('landing.how_4')}</li>
        </ol>
      </section>
      <section aria-labelledby="fair">
        <h2 id="fair">{facts.motd === null ? text('landing.fair_title') : text('landing.notice_title')}</h2>
        {facts.state === 'offline' ? (
          <p role="alert">
            {text('landing.offline')} <a href="/api/v1/status">{text('landing.status_link')}</a>
          </p>
        ) : (
          <p>{facts.motd ?? text('landing.fair')}</p>
        )}
      </section>
    </footer>
  );
}
