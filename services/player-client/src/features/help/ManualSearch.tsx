import { TextField } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import styles from './HelpPage.module.css';
import { ManualLink } from './ManualLink.tsx';
import { searchManual } from './manual-text.ts';
import { useWriter } from './use-writer.ts';

export interface ManualSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The page, shown while nothing is looked for. */
  readonly children: ReactNode;
}

/** Looks for words in all topics; while something is looked for, what was found stands for the page. */
export function ManualSearch({ query, onQuery, children }: ManualSearchProps): ReactElement {
  const t = useText('help');
  const { writer } = useWriter();
  const isAsking = query.trim() !== '';
  const found = writer === null ? [] : searchManual(query, writer);
  return (
    <>
      <TextField
        type="search"
        label={t('help:manual.search')}
        value={query}
        onChange={onQuery}
        autoComplete="off"
        className={styles.search}
      />
      <p className={styles.count} role="status">
        {isAsking &&
          (found.length === 0
            ? t('help:manual.search_none')
            : t('help:manual.search_count', { count: found.length }))}
      </p>
      {isAsking ? (
        <ol className={styles.found}>
          {found.map(({ topic, passage }) => (
            <li key={`${topic} ${passage}`}>
              <ManualLink topic={topic} onClick={() => onQuery('')}>
                {t(`help:topic.${topic}`)}
              </ManualLink>
              <p>{passage}</p>
            </li>
          ))}
        </ol>
      ) : (
        children
      )}
    </>
  );
}
