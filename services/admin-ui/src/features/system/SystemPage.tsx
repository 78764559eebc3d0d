import { useTranslation } from '@sw/i18n';
import { tabLinkClass, tabListClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { AnnouncementsTab } from './AnnouncementsTab.tsx';
import { ConfigurationTab } from './ConfigurationTab.tsx';
import { JobsTab } from './JobsTab.tsx';
import { SocketsTab } from './SocketsTab.tsx';
import { StatusPage } from './StatusPage.tsx';

const TABS = {
  health: StatusPage,
  jobs: JobsTab,
  sockets: SocketsTab,
  announcements: AnnouncementsTab,
  configuration: ConfigurationTab,
} as const;

type TabId = keyof typeof TABS;

const isTab = (id: string): id is TabId => Object.hasOwn(TABS, id);

/** the machinery under the game, tab by tab. */
export function SystemPage(): ReactElement {
  const { t } = useTranslation('system');
  const { tab = 'health' } = useParams();
  if (!isTab(tab)) return <NotFoundPage />;
  const Content = TABS[tab];
  return (
    <>
      <nav className={tabListClass} aria-label={t('tabs')}>
        {(Object.keys(TABS) as TabId[]).map((id) => (
          <Link
            key={id}
            to={id === 'health' ? '/system' : `/system/${id}`}
            className={tabLinkClass}
            aria-current={id === tab ? 'page' : undefined}
          >
            {t(`tab.${id}`)}
          </Link>
        ))}
      </nav>
      <Content />
    </>
  );
}
