import { createAnnouncer, LiveRegion, SkipLinks } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { useStore } from 'zustand';
import { useGame } from '../app/game-context.ts';
import { usePlayerState } from '../app/game-queries.ts';
import { preloadScreens } from '../app/screen-chunks.ts';
import { useText } from '../app/text.ts';
import { useIsPhone } from '../app/use-media.ts';
import { useSettings, useShownSettings } from '../app/use-settings.ts';
import { BottomTabs } from './BottomTabs.tsx';
import styles from './GameShell.module.css';
import { Notices } from './Notices.tsx';
import { Overlays } from './Overlays.tsx';
import { PhoneStatus } from './PhoneStatus.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Strip } from './Strip.tsx';
import { useConnection } from './use-connection.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useUnreadChat } from './use-unread-chat.ts';

const GuideBar = lazy(() => import('../guide/GuideBar.tsx').then((module) => ({ default: module.GuideBar })));
/** Seldom needed, so no part of the first load. */
const AwayDigest = lazy(async () => ({
  default: (await import('../features/log/AwayDigest.tsx')).AwayDigest,
}));

const MaintenanceBanner = lazy(async () => ({
  default: (await import('./MaintenanceBanner.tsx')).MaintenanceBanner,
}));

/** What stays while screens change: status, rail, strip, keys, live regions. */
export function GameShell(): ReactElement {
  const t = useText();
  const { log, clock } = useGame();
  const [openedMs] = useState(() => clock.nowMs());
  const { data: state } = usePlayerState();
  const isPhone = useIsPhone();
  const settings = useSettings();
  const announcer = useMemo(createAnnouncer, []);
  const stationId = state?.location?.stationId ?? null;
  const unread = useUnreadChat();
  useConnection(state?.player.id);
  useShownSettings();
  useGlobalKeys(stationId, settings.singleKeys);

  useEffect(preloadScreens, []);

  const newest = useStore(log, ({ lines }) => lines.at(-1));
  useEffect(() => {
    // Lines of before a reload were heard then.
    if (newest !== undefined && newest.atMs >= openedMs)
      announcer.announce(newest.text, newest.tone === 'danger' ? 'assertive' : 'polite');
  }, [newest, announcer, openedMs]);

  return (
    // A finger has no keys: on a phone no cap is shown.
    <div className={clsx(styles.shell, isPhone && styles.phone)} data-hints={isPhone ? 'off' : undefined}>
      <SkipLinks
        links={[
          { target: 'content', label: t('common:skip.to_content') },
          { target: 'context', label: t('common:skip.to_context') },
          { target: 'rail', label: t('common:skip.to_screens') },
          { target: 'command', label: t('common:skip.to_commands') },
        ]}
      />
      {isPhone ? <PhoneStatus state={state} /> : <StatusBar state={state} />}
      {!isPhone && <Rail stationId={stationId} unread={unread} />}
      <Suspense>
        <Outlet />
      </Suspense>
      {settings.guide !== 'off' && state !== undefined && (
        <Suspense>
          <GuideBar mode={settings.guide} />
        </Suspense>
      )}
      {isPhone ? <BottomTabs stationId={stationId} unread={unread} /> : <Strip />}
      <Suspense>
        <AwayDigest />
        <MaintenanceBanner />
      </Suspense>
      <Notices />
      <Overlays />
      <LiveRegion announcer={announcer} />
    </div>
  );
}
