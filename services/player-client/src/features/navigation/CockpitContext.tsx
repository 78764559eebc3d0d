import { Button, buttonClass, KeyCap } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { sectorTitle } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { turnsAlong } from '../../courses/course-store.ts';
import { SectorActs } from '../exploration/index.ts';
import { JobTracker } from '../station-contracts/index.ts';
import styles from './CockpitContext.module.css';
import { CockpitSubject } from './CockpitSubject.tsx';
import { FirstShipStrip } from './FirstShipStrip.tsx';
import { isTaskNext, NextAct } from './NextAct.tsx';
import { PodNotice } from './PodNotice.tsx';
import { TodaySection } from './TodaySection.tsx';
import type { Cockpit } from './use-cockpit.ts';

/** The right column: what is selected, the act that follows from it, the task, the day. */
export function CockpitContext({ cockpit }: { readonly cockpit: Cockpit }): ReactElement {
  const t = useText();
  const { navigation } = useCommands();
  const { state, sector, dockedAt, running } = cockpit;
  const chain = state?.chain ?? null;
  return (
    <>
      <PodNotice />
      <section className={styles.section}>
        <CockpitSubject cockpit={cockpit} />
        <div className={styles.acts}>
          <NextAct cockpit={cockpit} />
          {dockedAt !== null && (
            <Link
              to={`/game/station/${dockedAt}/services`}
              className={buttonClass({ variant: 'quiet' })}
              aria-keyshortcuts="S"
            >
              <KeyCap>{'S'}</KeyCap>
              {t('game:cockpit.services')}
            </Link>
          )}
          {dockedAt !== null && (
            <Button
              variant="quiet"
              hotkey="U"
              data-guide="undock"
              pending={running === 'undock'}
              onClick={() => void navigation.undock(dockedAt)}
            >
              {t('game:cockpit.undock')}
            </Button>
          )}
          {dockedAt !== null && (
            <Link
              to={`/game/station/${dockedAt}/jobs`}
              className={buttonClass({ variant: 'quiet' })}
              aria-keyshortcuts="Q"
            >
              <KeyCap>{'Q'}</KeyCap>
              {t('game:cockpit.jobs')}
            </Link>
          )}
          <Link to="/game/map" className={buttonClass({ variant: 'quiet' })} aria-keyshortcuts="g m">
            <KeyCap>{'G M'}</KeyCap>
            {t('game:cockpit.map')}
          </Link>
          {dockedAt === null && (
            <Link to="/game/comms" className={buttonClass({ variant: 'quiet' })} aria-keyshortcuts="Y">
              <KeyCap>{'Y'}</KeyCap>
              {t('game:cockpit.hail')}
            </Link>
          )}
        </div>
      </section>
      <SectorActs sector={sector} isDocked={dockedAt !== null} />
      <CourseSection cockpit={cockpit} />
      <JobTracker sectorId={sector?.id ?? null} />
      {chain !== null && (
        <FirstShipStrip
          chain={chain}
          isThere={chain.target.sectorId === sector?.id}
          isPlotNext={isTaskNext(cockpit)}
          hotkey={dockedAt === null ? 'Q' : undefined}
        />
      )}
      {state !== undefined && <TodaySection credits={state.credits} />}
    </>
  );
}

/** The plotted course and its two acts; nothing without a course. */
export function CourseSection({ cockpit }: { readonly cockpit: Cockpit }): ReactElement | null {
  const t = useText();
  const { navigation } = useCommands();
  const { course, running, reason } = cockpit;
  const end = course?.hops.at(-1);
  if (course === null || end === undefined) return null;
  return (
    <section className={styles.section} aria-labelledby="course">
      <div className={styles.title}>
        <h3 id="course">{t('game:cockpit.course', { sector: sectorTitle(end) })}</h3>
        <Button size="small" variant="bare" onClick={navigation.clear}>
          {t('game:cockpit.clear')}
        </Button>
      </div>
      <p className={styles.task}>
        {t('game:cockpit.course_about', {
          hops: course.hops.length,
          turns: turnsAlong(course.hops).at(-1) ?? 0,
        })}
      </p>
      <div className={styles.buttons}>
        <Button
          size="small"
          hotkey="X"
          data-guide="engage"
          pending={running === 'autopilot'}
          disabledReason={reason(null)}
          onClick={() => void navigation.engage()}
        >
          {t('game:cockpit.autopilot')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          hotkey="Space"
          pending={running === 'step'}
          disabledReason={reason(null)}
          reasonPlacement="tip"
          onClick={() => void navigation.step()}
        >
          {t('game:cockpit.one_hop')}
        </Button>
      </div>
    </section>
  );
}
