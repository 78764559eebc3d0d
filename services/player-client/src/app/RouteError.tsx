import { Button, buttonClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link, useLocation, useNavigate, useRouteError } from 'react-router';
import { useGame } from './game-context.ts';
import styles from './RouteError.module.css';
import { refusalOf } from './refusal-text.ts';
import { useText } from './text.ts';

/** What is shown instead of a screen that failed: why, what to try, what to quote in a report. */
export function RouteError(): ReactElement {
  const t = useText();
  const { i18n, clock } = useGame();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { text, requestId } = refusalOf(i18n, useRouteError(), clock.nowMs());
  return (
    <main className={styles.page} role="alert">
      <h1>{t('game:error.title')}</h1>
      <p>{text}</p>
      {requestId !== undefined && (
        <p className="lo">
          {t('common:state.request_id')} <code>{requestId}</code>
        </p>
      )}
      <div className={styles.acts}>
        <Button variant="next" onClick={() => void navigate(pathname + search, { replace: true })}>
          {t('common:action.retry')}
        </Button>
        <Link className={buttonClass()} to="/game">
          {t('game:screen.cockpit')}
        </Link>
      </div>
    </main>
  );
}
