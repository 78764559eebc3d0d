import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { usePlayerState } from '../../app/game-queries.ts';
import { useText } from '../../app/text.ts';
import styles from './CockpitContext.module.css';

/** For whoever lost his ship: how a pod comes to a new one. Nothing in any other ship. */
export function PodNotice(): ReactElement | null {
  const t = useText();
  if (usePlayerState().data?.ship?.type !== 'escape_pod') return null;
  return (
    <section className={styles.section} aria-labelledby="pod">
      <h3 id="pod" className="warn">
        {t('game:pod.title')}
      </h3>
      <p className={styles.task}>{t('game:pod.text')}</p>
      <Link to="/game/ships" className={styles.link}>
        {t('game:pod.ways')}
      </Link>
    </section>
  );
}
