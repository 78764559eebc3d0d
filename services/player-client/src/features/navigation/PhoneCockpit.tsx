import { Button, buttonClass, formatClock, PanelNotice, Skeleton, Tabs } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { useCommands } from '../../app/commands.ts';
import { useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { sectorTitle } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { AlertChips } from '../../shell/AlertChips.tsx';
import { LinkChip } from '../../shell/LinkChip.tsx';
import { LogText } from '../../shell/LogText.tsx';
import { useOverlayStore } from '../../shell/overlay-store.ts';
import { Screen } from '../../shell/Screen.tsx';
import { SectorActs } from '../exploration/index.ts';
import { JobTracker } from '../station-contracts/index.ts';
import context from './CockpitContext.module.css';
import { CourseSection } from './CockpitContext.tsx';
import styles from './CockpitPage.module.css';
import { CockpitSubject } from './CockpitSubject.tsx';
import { ContactsPanel } from './ContactsPanel.tsx';
import { EmptyHere } from './EmptyHere.tsx';
import { FirstShipStrip } from './FirstShipStrip.tsx';
import { HerePanel } from './HerePanel.tsx';
import { isTaskNext, NextAct } from './NextAct.tsx';
import { PodNotice } from './PodNotice.tsx';
import { SectorSlot } from './SectorSlot.tsx';
import type { Cockpit } from './use-cockpit.ts';
import { WarpsPanel } from './WarpsPanel.tsx';

type TabId = 'warps' | 'here' | 'contacts';

const SHOWN_LINES = 2;

/** The cockpit of a phone: place, choices, next act at the thumb. */
export function PhoneCockpit({ cockpit }: { readonly cockpit: Cockpit }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const [tab, setTab] = useState<TabId>('warps');
  const { navigation } = useCommands();
  const { sector, state, sectorQuery, warps, services, dockedAt, running } = cockpit;
  const { selection, select, take, warpReason } = cockpit;
  const lines = useStore(services.log, (log) => log.lines);
  const panel = usePanelState(sectorQuery, t('game:cockpit.title'));
  const chain = state?.chain ?? null;
  const focusCommand = useOverlayStore((store) => store.focusCommand);
  const here = [sector?.stations, sector?.planets, sector?.adrift].reduce(
    (sum, list) => sum + (list?.length ?? 0),
    0,
  );
  const contacts = (sector?.contacts?.items.length ?? 0) + (sector?.contacts?.more ?? 0);
  return (
    <Screen
      title={sector === undefined ? t('game:cockpit.title') : sectorTitle(sector, sector.stations?.[0]?.name)}
      headingId={sector === undefined ? undefined : 'sector-name'}
      stage={
        <>
          <div className={styles.plate}>
            {sector !== undefined && (
              <SectorSlot
                sector={sector}
                warps={warps}
                headingId="sector-name"
                chips={
                  <>
                    <AlertChips alerts={state?.alerts ?? []} />
                    <LinkChip />
                  </>
                }
                reason={warpReason}
                selection={selection}
                onSelect={select}
                onWarp={(id) => take(warps.find((row) => row.id === id))}
              />
            )}
          </div>
          <PodNotice />
          {panel.kind === 'error' && <PanelNotice state={panel} />}
          {panel.kind === 'loading' && <Skeleton rows={5} label={panel.label} />}
          {sector !== undefined && (
            <div className={styles.tabs}>
              <Tabs<TabId>
                label={t('game:cockpit.sector_tabs')}
                even
                tabs={[
                  { id: 'warps', label: t('game:warps.title'), count: warps.length },
                  { id: 'here', label: t('game:here.title'), count: here },
                  { id: 'contacts', label: t('game:contacts.title'), count: contacts },
                ]}
                selected={tab}
                onSelect={setTab}
              >
                {tab === 'warps' && (
                  <WarpsPanel
                    phone
                    state={panel}
                    rows={warps}
                    nowMs={nowMs}
                    selectedId={null}
                    reason={warpReason}
                    onTake={take}
                  />
                )}
                {tab === 'here' && (
                  <>
                    <HerePanel
                      phone
                      state={panel}
                      sector={sector}
                      dockedAt={dockedAt}
                      selection={selection}
                      onSelect={select}
                      empty={<EmptyHere cockpit={cockpit} />}
                    />
                    <section className={context.section}>
                      <CockpitSubject cockpit={cockpit} />
                    </section>
                  </>
                )}
                {tab === 'contacts' && (
                  <>
                    <ContactsPanel
                      phone
                      state={panel}
                      sector={sector}
                      selection={selection}
                      onSelect={select}
                    />
                    {selection?.kind === 'contact' && (
                      <section className={context.section}>
                        <CockpitSubject cockpit={cockpit} />
                      </section>
                    )}
                  </>
                )}
              </Tabs>
              <SectorActs sector={sector} isDocked={dockedAt !== null} />
              <CourseSection cockpit={cockpit} />
              {dockedAt !== null && (
                <section className={context.section}>
                  <Link
                    to={`/game/station/${dockedAt}/jobs`}
                    className={buttonClass({ variant: 'quiet', wide: true })}
                  >
                    {t('game:cockpit.jobs')}
                  </Link>
                </section>
              )}
              <JobTracker sectorId={sector.id} />
              {chain !== null && (
                <FirstShipStrip
                  phone
                  chain={chain}
                  isThere={chain.target.sectorId === sector.id}
                  isPlotNext={isTaskNext(cockpit)}
                />
              )}
              <ol className={styles.say} aria-label={t('game:strip.label')}>
                {lines
                  .slice(-SHOWN_LINES)
                  .reverse()
                  .map((line) => (
                    <li key={line.id}>
                      <time>{formatClock(line.atMs, locale)}</time>
                      <LogText text={line.text} />
                    </li>
                  ))}
              </ol>
            </div>
          )}
        </>
      }
      thumb={
        <div className={styles.bar}>
          <NextAct cockpit={cockpit} />
          {dockedAt !== null && (
            <Button
              size="large"
              data-guide="undock"
              pending={running === 'undock'}
              onClick={() => void navigation.undock(dockedAt)}
            >
              {t('game:cockpit.undock')}
            </Button>
          )}
          <Button
            size="large"
            className={styles.prompt}
            aria-label={t('game:command.label')}
            onClick={() => focusCommand()}
          >
            {'>'}
          </Button>
        </div>
      }
    />
  );
}
