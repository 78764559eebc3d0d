import { useTranslation } from '@sw/i18n';
import { Button, Dialog, IconButton, KeyCap, LogoMark, SkipLinks } from '@sw/ui';
import { Menu, Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Suspense, useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { useConsole, useSessionState } from '../app/console-context.ts';
import { LiveSign } from '../live/LiveSign.tsx';
import { EnvironmentBar } from './EnvironmentBar.tsx';
import { GlobalSearch } from './GlobalSearch.tsx';
import { NavigationRail } from './NavigationRail.tsx';
import { NoticesProvider } from './NoticesProvider.tsx';
import styles from './Shell.module.css';
import { ThemeButton } from './ThemeButton.tsx';

type Opened = 'search' | 'menu' | null;

/** What stands around every page: which installation this is, where one can go, who acts, and the way out. */
export function Shell(): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { session, live } = useConsole();
  const state = useSessionState();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);

  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpened((was) => (was === 'search' ? null : 'search'));
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);

  // The shell is drawn for whoever is signed in, and for nobody else.
  useEffect(() => {
    live.start();
    return live.stop;
  }, [live]);

  return (
    <NoticesProvider>
      <div className={styles.shell}>
        <SkipLinks links={[{ target: 'content', label: t('common:skip.to_content') }]} />
        <EnvironmentBar />
        <header className={styles.head}>
          <span className={styles.menu}>
            <IconButton
              label={t('nav.label')}
              icon={<Menu aria-hidden="true" />}
              onClick={() => setOpened('menu')}
            />
          </span>
          <LogoMark label={t('shell.product')} />
          <span className={styles.product} aria-hidden="true">
            {t('shell.product')}
          </span>
          <button
            type="button"
            className={styles.search}
            aria-keyshortcuts="Control+K"
            onClick={() => setOpened('search')}
          >
            <Search aria-hidden="true" />
            <span>{t('common:action.search')}</span>
            <KeyCap>{t('search.key')}</KeyCap>
          </button>
          <span className={styles.end}>
            {state.status === 'signed_in' && (
              <span className={styles.who} title={t('shell.signed_in_as')}>
                <bdi>{state.user.username}</bdi>
              </span>
            )}
            <LiveSign />
            <ThemeButton />
            <Button
              variant="quiet"
              size="small"
              onClick={() => void session.signOut().catch(() => undefined)}
            >
              {t('shell.sign_out')}
            </Button>
          </span>
        </header>
        <div className={styles.below}>
          <div className={styles.rail}>
            <NavigationRail />
          </div>
          <main id="content" tabIndex={-1} className={styles.content}>
            <Suspense>
              <Outlet />
            </Suspense>
          </main>
        </div>
        <GlobalSearch open={opened === 'search'} onClose={close} />
        <Dialog
          open={opened === 'menu'}
          onClose={close}
          title={t('nav.label')}
          closeLabel={t('common:action.close')}
        >
          <NavigationRail onChoose={close} />
        </Dialog>
      </div>
    </NoticesProvider>
  );
}
