import { Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './Jobs.module.css';
import { OpenJob } from './OpenJob.tsx';
import { useMyContracts } from './use-jobs.ts';

/** The open jobs, the most urgent first. */
export function MyJobs(): ReactElement {
  const t = useText();
  const query = useMyContracts();
  const state = usePanelState(query, t('jobs:title.open'), 3);
  const active = query.data?.active ?? [];
  return (
    <Panel
      title={t('jobs:title.open')}
      note={active.length}
      state={
        query.data !== undefined && active.length === 0
          ? { kind: 'empty', text: t('jobs:mine.empty') }
          : state
      }
    >
      <ul className={styles.jobs}>
        {active.map((job) => (
          <OpenJob key={job.id} job={job} />
        ))}
      </ul>
    </Panel>
  );
}
