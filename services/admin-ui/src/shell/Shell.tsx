import { useTranslation } from '@sw/i18n';
import { Button, LogoMark, SkipLinks } from '@sw/ui';
import type { ReactElement } from 'react';
import { Outlet } from 'react-router';
import { useConsole, useSessionState } from '../app/console-context.ts';
import { EnvironmentBar } from './EnvironmentBar.tsx';
import styles from './Shell.module.css';
import { ThemeButton } from './ThemeButton.tsx';

/** What stands around every page: which installation this is, who acts, and the way out. */
export function Shell(): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { session } = useConsole();
  const state = useSessionState();
  return (
    <div className={styles.shell}>
      <SkipLinks links={[{ target: 'content', label: t('common:skip.to_content') }]} />
      <EnvironmentBar />
      <header className={styles.head}>
        <LogoMark label={t('shell.product')} />
        <span className={styles.product} aria-hidden="true">
          {t('shell.product')}
        </span>
        <span className={styles.end}>
          {state.status === 'signed_in' && (
            <span className={styles.who} title={t('shell.signed_in_as')}>
              <bdi>{state.user.username}</bdi>
            </span>
          )}
          <ThemeButton />
          <Button variant="quiet" size="small" onClick={() => void session.signOut().catch(() => undefined)}>
            {t('shell.sign_out')}
          </Button>
        </span>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
    </div>
  );
}
