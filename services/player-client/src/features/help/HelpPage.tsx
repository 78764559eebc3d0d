import { tabLinkClass, tabListClass, Wordmark } from '@sw/ui';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { Link, NavLink, useParams } from 'react-router';
import { useText } from '../../app/text.ts';
import { KeyTable } from '../../keyboard/KeyTable.tsx';
import { CommandReference } from './CommandReference.tsx';
import { FirstMinutes } from './FirstMinutes.tsx';
import { Glossary } from './Glossary.tsx';
import styles from './HelpPage.module.css';

type Topic = 'start' | 'keys' | 'commands' | 'glossary';

const TOPICS: readonly Topic[] = ['start', 'keys', 'commands', 'glossary'];
const CONTEXTS = ['global', 'flight', 'docked', 'map'] as const;

/** P-27: the manual. Its numbers come from the rules catalogue, so that they never drift. */
export function HelpPage(): ReactElement {
  const t = useText();
  const { topic: wanted } = useParams();
  const topic = TOPICS.find((known) => known === wanted) ?? 'start';
  useEffect(() => {
    document.title = `${t(`help:topic.${topic}`)}. ${t('common:app.name')}`;
  }, [t, topic]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <a href="/" aria-label={t('common:app.name')}>
          <Wordmark className={styles.word} />
        </a>
        <Link to="/game" className={styles.back}>
          {t('help:back')}
        </Link>
      </header>
      <nav className={tabListClass} aria-label={t('help:topics')}>
        {TOPICS.map((id) => (
          <NavLink key={id} to={id === 'start' ? '/help' : `/help/${id}`} end className={tabLinkClass ?? ''}>
            {t(`help:topic.${id}`)}
          </NavLink>
        ))}
      </nav>
      <main className={styles.main} id="content" tabIndex={-1}>
        <h1>{t(`help:topic.${topic}`)}</h1>
        {topic === 'start' && <FirstMinutes />}
        {topic === 'keys' && (
          <>
            <p className={styles.lead}>{t('help:keys_lead')}</p>
            <KeyTable contexts={CONTEXTS} />
          </>
        )}
        {topic === 'commands' && <CommandReference />}
        {topic === 'glossary' && <Glossary />}
      </main>
    </div>
  );
}
