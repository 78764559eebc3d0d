import { Button, Select, Wordmark } from '@sw/ui';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { KeyTable } from '../../keyboard/KeyTable.tsx';
import { CommandReference } from './CommandReference.tsx';
import { FirstMinutes } from './FirstMinutes.tsx';
import { Glossary } from './Glossary.tsx';
import styles from './HelpPage.module.css';
import { ManualLink, pathOfTopic } from './ManualLink.tsx';
import { ManualSearch } from './ManualSearch.tsx';
import { ManualTopic } from './ManualTopic.tsx';
import type { CatalogueTopic, Topic } from './manual-topics.ts';
import { CATALOGUE_TOPICS, TOPICS } from './manual-topics.ts';

const CONTEXTS = ['global', 'flight', 'docked', 'map'] as const;
const PAGES = [...TOPICS, 'all'] as const;

const isFromRules = (topic: Topic): topic is CatalogueTopic =>
  CATALOGUE_TOPICS.some((known) => known === topic);

/** Where the reader came from, when a link of the game led here. */
function useWayBack(): string {
  const { state } = useLocation();
  const from: unknown = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof from === 'string' && from.startsWith('/game') ? from : '/game';
}

/** P-27: the manual. Its numbers come from the rules catalogue, so that they never drift; nobody signs in to read. */
export function HelpPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { state } = useLocation();
  const { session } = useGame();
  const { topic: wanted } = useParams();
  const back = useWayBack();
  const [query, setQuery] = useState('');
  const page = PAGES.find((known) => known === wanted) ?? 'start';
  useEffect(() => {
    document.title = `${t(`help:topic.${page}`)}. ${t('common:app.name')}`;
  }, [t, page]);
  const open = (next: Topic | 'all') => {
    setQuery('');
    void navigate(pathOfTopic(next), { state });
  };
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <a href="/" aria-label={t('common:app.name')}>
          <Wordmark className={styles.word} />
        </a>
        <Link to={back} className={styles.back}>
          {t(session.state().status === 'signed_out' ? 'help:manual.sign_up' : 'help:back')}
        </Link>
      </header>
      <nav className={styles.topics} aria-label={t('help:topics')}>
        <ul>
          {PAGES.map((id) => (
            <li key={id}>
              <ManualLink topic={id} onClick={() => setQuery('')}>
                {t(`help:topic.${id}`)}
              </ManualLink>
            </li>
          ))}
        </ul>
        <Select
          label={t('help:manual.topic_choice')}
          options={PAGES.map((id) => ({ value: id, label: t(`help:topic.${id}`) }))}
          value={page}
          onChange={open}
        />
      </nav>
      <main className={styles.main} id="content" tabIndex={-1}>
        <ManualSearch query={query} onQuery={setQuery}>
          <div className={styles.heading}>
            <h1>{t(`help:topic.${page}`)}</h1>
            <Button variant="quiet" size="small" className={styles.print} onClick={() => window.print()}>
              {t('help:manual.print')}
            </Button>
          </div>
          {page === 'all' ? (
            TOPICS.map((topic) => (
              <section key={topic} aria-labelledby={`topic-${topic}`} className={styles.chapter}>
                <h2 id={`topic-${topic}`}>{t(`help:topic.${topic}`)}</h2>
                <TopicText topic={topic} headingLevel={3} />
              </section>
            ))
          ) : (
            <TopicText topic={page} headingLevel={2} />
          )}
          <p className={styles.source}>{t('help:manual.from_rules')}</p>
        </ManualSearch>
      </main>
    </div>
  );
}

function TopicText({
  topic,
  headingLevel,
}: {
  readonly topic: Topic;
  readonly headingLevel: 2 | 3;
}): ReactElement {
  const t = useText();
  if (isFromRules(topic)) return <ManualTopic topic={topic} headingLevel={headingLevel} />;
  switch (topic) {
    case 'start':
      return <FirstMinutes />;
    case 'keys':
      return (
        <>
          <p className={styles.lead}>{t('help:keys_lead')}</p>
          <KeyTable contexts={CONTEXTS} />
        </>
      );
    case 'commands':
      return <CommandReference />;
    case 'glossary':
      return <Glossary />;
  }
}
