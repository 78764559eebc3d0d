import type { PlayerDossier as Dossier } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, Chip, Facts, formatInteger, formatSigned, NumberCell, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { useMissingScope } from '../../pages/use-operator.ts';
import { Moment } from '../../widgets/Moment.tsx';
import { PageHead } from '../../widgets/PageHead.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import type { PlayerAct } from './PlayerActDialog.tsx';
import { PLAYER_ACTS, PlayerActDialog } from './PlayerActDialog.tsx';
import styles from './Players.module.css';

/** One player: what he is and has, every movement of his wallet, what happened to him, and what can be done. */
export function PlayerDossier({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation('admin_players');
  const { api } = useConsole();
  const missing = useMissingScope()('players.write');
  const [act, setAct] = useState<PlayerAct | null>(null);
  const params = { id };
  const query = useQuery({
    queryKey: ['player', id, 'dossier'],
    queryFn: ({ signal }) => api.getPlayerDossier({ params, signal }),
  });
  const player = query.data;
  const state = usePanelState(query, t('overview'), 8);
  return (
    <>
      <PageHead
        title={player?.callsign ?? t('title')}
        note={
          <>
            <Link to="/players">{t('back')}</Link>{' '}
            {player?.isOnline === true && <Chip tone="live">{t('online')}</Chip>}
          </>
        }
      >
        {PLAYER_ACTS.map((each) => (
          <Button
            key={each}
            size="small"
            disabledReason={missing}
            reasonPlacement="tip"
            onClick={() => setAct(each)}
          >
            {t(`act.${each}`)}
          </Button>
        ))}
      </PageHead>
      <div className={styles.grid}>
        <Panel title={t('overview')} state={state} padded>
          {player !== undefined && <Overview player={player} />}
        </Panel>
        <Panel title={t('assets')} state={state} padded>
          <ul className={styles.ships}>
            {(player?.ships ?? []).map((ship) => (
              <li key={ship.id}>
                <b>{ship.name}</b> <code>{ship.type}</code> {ship.isActive && <Chip>{t('active_ship')}</Chip>}
                <span>{t('hold', { used: ship.cargoUsed, size: ship.cargoCapacity })}</span>
                <span>
                  {ship.cargo.map(({ commodity, quantity }) => `${quantity} ${commodity}`).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        <LedgerPanel id={id} player={player} />
        <TimelinePanel id={id} />
      </div>
      {act !== null && player !== undefined && (
        <PlayerActDialog act={act} player={player} onClose={() => setAct(null)} />
      )}
    </>
  );
}

function Overview({ player }: { readonly player: Dossier }): ReactElement {
  const { t } = useTranslation('admin_players');
  const locale = useLocale();
  return (
    <Facts
      facts={[
        { name: t('column.credits'), value: formatInteger(player.credits, locale), strong: true },
        { name: t('column.bank'), value: formatInteger(player.bank, locale) },
        { name: t('column.turns'), value: formatInteger(player.turns, locale) },
        { name: t('column.rank'), value: t('rank', { level: player.rankLevel, points: player.rankPoints }) },
        { name: t('reputation'), value: player.personalReputation },
        {
          name: t('column.sector'),
          value: player.sectorNumber === null ? '–' : `${player.regionName} #${player.sectorNumber}`,
        },
        { name: t('account'), value: `${player.username} (${player.accountStatus})` },
        {
          name: t('muted'),
          value: player.mutedUntil === null ? t('not_muted') : <Moment at={player.mutedUntil} />,
        },
        { name: t('column.last_active'), value: <Moment at={player.lastActiveAt} /> },
      ]}
    />
  );
}

function LedgerPanel({
  id,
  player,
}: {
  readonly id: string;
  readonly player: Dossier | undefined;
}): ReactElement {
  const { t } = useTranslation('admin_players');
  const { api } = useConsole();
  const locale = useLocale();
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const query = useQuery({
    queryKey: ['player', id, 'ledger', cursor],
    queryFn: ({ signal }) =>
      api.listPlayerLedger({
        params: { id },
        query: { limit: 50, ...(cursor !== undefined && { cursor }) },
        signal,
      }),
  });
  const state = usePanelState(query, t('ledger'), 10);
  const next = query.data?.nextCursor ?? null;
  const isBalanced = player?.ledger.isBalanced;
  return (
    <Panel
      title={t('ledger')}
      state={state}
      className={styles.wide}
      note={
        isBalanced === undefined ? undefined : (
          <Chip
            tone={isBalanced ? 'live' : 'alert'}
            icon={isBalanced ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          >
            {t(isBalanced ? 'balanced' : 'unbalanced')}
          </Chip>
        )
      }
      actions={
        <>
          {cursor !== undefined && (
            <Button size="small" variant="bare" onClick={() => setCursor(undefined)}>
              {t('newest')}
            </Button>
          )}
          {next !== null && (
            <Button size="small" variant="bare" onClick={() => setCursor(next)}>
              {t('older')}
            </Button>
          )}
        </>
      }
    >
      <Table caption={t('ledger')} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('cause')}</th>
            <th scope="col" className="end">
              {t('delta')}
            </th>
            <th scope="col" className="end">
              {t('balance')}
            </th>
            <th scope="col">{t('ref')}</th>
          </tr>
        </thead>
        <tbody>
          {(query.data?.items ?? []).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Moment at={row.at} />
              </th>
              <td>
                <code>{row.reason}</code>
              </td>
              <NumberCell>{formatSigned(row.delta, locale)}</NumberCell>
              <NumberCell>{row.balance === null ? '–' : formatInteger(row.balance, locale)}</NumberCell>
              <td>
                <code>{row.refType === null ? '' : `${row.refType} ${row.refId ?? ''}`}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function TimelinePanel({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation('admin_players');
  const { api } = useConsole();
  const query = useQuery({
    queryKey: ['player', id, 'timeline'],
    queryFn: ({ signal }) => api.listPlayerTimeline({ params: { id }, signal }),
  });
  const state = usePanelState(query, t('timeline'), 8);
  return (
    <Panel title={t('timeline')} state={state} className={styles.wide}>
      <Table caption={t('timeline')} className={styles.table}>
        <tbody>
          {(query.data?.items ?? []).map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Moment at={item.at} />
              </th>
              <td>
                <code>{item.what}</code>
              </td>
              <td>{item.by}</td>
              <td>{item.reason}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
