import { PanelNotice } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import { useText } from '../../app/text.ts';
import { DirectWelcome } from './DirectWelcome.tsx';
import styles from './Welcome.module.css';

/**
 * P-03: the first login. The server says whether a dialogue leads through it; an installation without
 * one asks for callsign and ship name on a single page.
 */
export function WelcomePage(): ReactElement {
  const t = useText();
  const { api, i18n, clock } = useGame();
  const query = useQuery(gameQueries.firstLogin(api));
  if (query.isError) {
    const { text, requestId } = refusalOf(i18n, query.error, clock.nowMs());
    return (
      <main className={styles.page}>
        <PanelNotice
          state={{
            kind: 'error',
            message: text,
            retryLabel: t('common:action.retry'),
            onRetry: () => void query.refetch(),
            requestId,
            requestIdLabel: t('common:state.request_id'),
          }}
        />
      </main>
    );
  }
  return query.data === undefined ? (
    <main className={styles.page} aria-busy="true" />
  ) : (
    <DirectWelcome welcome={query.data} />
  );
}
