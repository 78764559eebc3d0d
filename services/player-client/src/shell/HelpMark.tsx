import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../app/text.ts';
import type { Topic } from '../features/help/manual-topics.ts';
import styles from './HelpMark.module.css';

export interface HelpMarkProps {
  /** Topic of the manual. */
  readonly topic: Topic;
  /** What is explained, as the panel is named. */
  readonly about: string;
}

/** A question mark beside the name of a panel: the manual at its topic, and back to here from there. */
export function HelpMark({ topic, about }: HelpMarkProps): ReactElement {
  const t = useText();
  const { pathname, search } = useLocation();
  const label = t('game:help.mark', { about });
  return (
    <Link
      to={`/help/${topic}`}
      state={{ from: pathname + search }}
      className={styles.mark}
      aria-label={label}
      title={label}
    >
      {'?'}
    </Link>
  );
}
