import { isProblem } from '@sw/api-client';
import { Button, formatCredits, formatInteger, Panel, Select } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries, usePlayerState } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useLinkInterval } from '../../app/use-link-interval.ts';
import { useKeyLayer } from '../../keyboard/use-key-layer.ts';
import { Screen } from '../../shell/Screen.tsx';
import { NotDocked } from '../../stations/NotDocked.tsx';
import { StationHead } from '../../stations/StationHead.tsx';
import { useUndock } from '../../stations/use-undock.ts';
import { JobAllowance } from './JobAllowance.tsx';
import { JobCard } from './JobCard.tsx';
import styles from './Jobs.module.css';
import type { BoardView, Job } from './job-types.ts';
import type { KindFilter, Sort } from './job-view.ts';
import { arrange, isSealed, jobAction, KINDS, SORTS } from './job-view.ts';
import { MyJobs } from './MyJobs.tsx';
import { useJobActs } from './use-jobs.ts';

const REFRESH_MS = 20_000;

/** P-08: the job board of the station the ship is docked at. */
export function BoardPage(): ReactElement {
  const { id = '' } = useParams();
  const t = useText();
  const { api } = useGame();
  const navigate = useNavigate();
  // Nobody is told of other people's boards: what was taken or posted meanwhile is asked for.
  const query = useQuery({ ...gameQueries.board(api, id), refetchInterval: useLinkInterval() || REFRESH_MS });
  const { data } = query;
  const { data: station } = useQuery(gameQueries.station(api, id));
  const isAway = isProblem(query.error, 'not_docked');
  useKeyLayer('docked', {
    market: () => void navigate(`/game/station/${id}`),
    services: () => void navigate(`/game/station/${id}/services`),
    undock: useUndock(id),
    back: () => void navigate('/game'),
  });
  return (
    <Screen
      title={station === undefined ? t('jobs:title.board') : `${t('jobs:title.board')}, ${station.name}`}
      headingId="station-name"
      contextLabel={t('jobs:title.mine')}
      context={
        <>
          <div className={styles.context}>{data !== undefined && <JobAllowance jobs={data.jobs} />}</div>
          <MyJobs />
        </>
      }
      stage={
        <>
          <StationHead
            name={data?.stationName ?? station?.name}
            help="jobs"
            note={t('jobs:title.board')}
            stationId={id}
            current="jobs"
          />
          {isAway ? (
            <NotDocked text={t('jobs:board.not_docked')} station={station} />
          ) : (
            <Board query={query} board={data} />
          )}
        </>
      }
    />
  );
}

interface BoardProps {
  readonly query: Parameters<typeof usePanelState>[0];
  readonly board: BoardView | undefined;
}

function Board({ query, board }: BoardProps): ReactElement {
  const t = useText();
  const [sort, setSort] = useState<Sort>('pay');
  const [kind, setKind] = useState<KindFilter>('all');
  const state = usePanelState(query, t('jobs:title.board'), 6);
  const items = board?.items ?? [];
  const shown = arrange(items, kind, sort);
  const empty = items.length === 0 ? t('jobs:board.empty') : t('jobs:board.filtered');
  return (
    <Panel
      title={t('jobs:board.count', { count: items.length })}
      state={board !== undefined && shown.length === 0 ? { kind: 'empty', text: empty } : state}
      actions={
        <span className={styles.filters}>
          <Select<KindFilter>
            label={t('jobs:kind')}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`jobs:kind.${value}`) }))}
          />
          <Select<Sort>
            label={t('jobs:sort')}
            value={sort}
            onChange={setSort}
            options={SORTS.map((value) => ({ value, label: t(`jobs:sort.${value}`) }))}
          />
        </span>
      }
    >
      <ul className={styles.jobs}>
        {shown.map((job) => (
          <PostedJob key={job.id} job={job} />
        ))}
      </ul>
    </Panel>
  );
}

function PostedJob({ job }: { readonly job: Job }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { commands, running, reason } = useJobActs();
  const accept = jobAction(job, 'accept_contract');
  const ship = usePlayerState().data?.ship ?? null;
  const free = ship === null ? 0 : ship.cargoCapacity - ship.cargoUsed;
  // It may be accepted without room for it; it is only loaded when there is some.
  const isTooLarge = (accept?.cost.cargo ?? 0) > free;
  const cost = formatCredits(accept?.cost.credits ?? job.fee, locale);
  return (
    <JobCard job={job}>
      <Button
        cost={t('jobs:terms.fee', { amount: cost })}
        pending={running === `accept.${job.id}`}
        disabledReason={reason(accept)}
        onClick={() => void commands.accept(job)}
      >
        {isSealed(job) && !isTooLarge ? t('jobs:act.accept_load') : t('jobs:act.accept')}
      </Button>
      {isTooLarge && accept?.enabled === true && (
        <p className={styles.warning}>{t('jobs:act.no_room', { free: formatInteger(free, locale) })}</p>
      )}
    </JobCard>
  );
}
