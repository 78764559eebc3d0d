import type { AdminRegionDetail } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Panel } from '@sw/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { DetailDrawer } from '../../widgets/DetailDrawer.tsx';
import { Moment } from '../../widgets/Moment.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import { RegionActs } from './RegionActs.tsx';
import { RegionFacts, ServerFacts } from './RegionFacts.tsx';
import styles from './Regions.module.css';
import { StatusChip } from './region-columns.tsx';

/** While something is under way the drawer follows it. */
const FOLLOW_MS = 2_000;
const WATCH_MS = 30_000;
const MOVING: readonly AdminRegionDetail['status'][] = ['pending', 'provisioning', 'attaching'];

const isMoving = ({ status, operation, evacuatedAt }: AdminRegionDetail): boolean =>
  MOVING.includes(status) ||
  (status === 'terminated' && evacuatedAt === null) ||
  operation?.state === 'running' ||
  operation?.state === 'queued' ||
  operation?.state === 'compensating';

/** One region beside the table: what it is, how its server is, every step of its life, and what can be done. */
export function RegionDrawer({
  name,
  onClose,
}: {
  readonly name: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('admin_regions');
  const { api } = useConsole();
  const query = useQuery({
    queryKey: ['region', name],
    queryFn: ({ signal }) => api.getRegion({ params: { name }, signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? FOLLOW_MS : WATCH_MS),
  });
  const state = usePanelState(query, t('detail.title'), 10);
  const region = query.data;
  useListFollowing(region?.status);
  return (
    <DetailDrawer
      title={region?.title ?? name}
      note={region === undefined ? undefined : <StatusChip status={region.status} />}
      onClose={onClose}
      actions={
        region === undefined || region.kind !== 'player_owned' ? undefined : <RegionActs region={region} />
      }
    >
      {region?.isManagerSilent === true && <p className={styles.silent}>{t('server.silent')}</p>}
      <Panel title={t('detail.title')} state={state} padded>
        {region !== undefined && <RegionFacts region={region} />}
      </Panel>
      {region?.isManaged === true && <ServerPanel region={region} />}
      {region?.operation != null && <OperationPanel operation={region.operation} />}
      {region !== undefined && <EventsPanel events={region.events} />}
    </DetailDrawer>
  );
}

/** The row beside the drawer says what the drawer says. */
function useListFollowing(status: AdminRegionDetail['status'] | undefined): void {
  const queries = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    if (before.current !== undefined && before.current !== status) {
      void queries.invalidateQueries({ queryKey: ['list', 'regions'] });
    }
    before.current = status;
  }, [queries, status]);
}

function ServerPanel({ region }: { readonly region: AdminRegionDetail }): ReactElement {
  const { t } = useTranslation('admin_regions');
  return (
    <Panel
      title={t('server.title')}
      padded
      {...(region.server === null ? { state: { kind: 'empty', text: t('server.none') } } : {})}
    >
      {region.server !== null && <ServerFacts server={region.server} />}
    </Panel>
  );
}

function OperationPanel({
  operation,
}: {
  readonly operation: NonNullable<AdminRegionDetail['operation']>;
}): ReactElement {
  const { t } = useTranslation('admin_regions');
  return (
    <Panel title={`${t('operation.title')}: ${t(`operation.state.${operation.state}`)}`} padded>
      <ol className={styles.timeline}>
        {operation.steps.map((step) => (
          <li key={step.name}>
            <code>{step.name}</code>
            <span>{t(`operation.step.${step.state}`)}</span>
            <span>
              {step.name === operation.step && operation.attempts > 1
                ? t('operation.attempts', { count: operation.attempts })
                : ''}
            </span>
            {operation.error?.step === step.name && (
              <small>
                {operation.error.code}: {operation.error.message}
              </small>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function EventsPanel({ events }: { readonly events: AdminRegionDetail['events'] }): ReactElement {
  const { t, i18n } = useTranslation('admin_regions');
  const nameOf = (step: string): string =>
    i18n.exists(`admin_regions:step.${step}`) ? t(`step.${step as 'active'}`) : t('step.other', { step });
  return (
    <Panel
      title={t('detail.events')}
      padded
      {...(events.length === 0 ? { state: { kind: 'empty', text: t('detail.no_events') } } : {})}
    >
      <ol className={styles.timeline}>
        {events.map((event) => (
          <li key={`${event.at} ${event.step} ${event.outcome}`}>
            <Moment at={event.at} />
            <span>{nameOf(event.step)}</span>
            <span>{t(`detail.outcome.${event.outcome}`)}</span>
            {event.detail !== null && <small>{event.detail}</small>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
