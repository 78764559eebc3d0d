import type { UserDetail } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, Chip, Facts, formatDateTime, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { useMissingScope } from '../../pages/use-operator.ts';
import { DetailDrawer } from '../../widgets/DetailDrawer.tsx';
import { Moment } from '../../widgets/Moment.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import { UserActDialog } from './UserActDialog.tsx';
import type { UserAct } from './user-acts.ts';
import { actsFor } from './user-acts.ts';

/** One account: what it is, where it is signed in, who tried, and what can be done with it. */
export function UserDrawer({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const missing = useMissingScope();
  const [act, setAct] = useState<UserAct | null>(null);
  const query = useQuery({
    queryKey: ['users', id],
    queryFn: ({ signal }) => api.getUser({ params: { id }, signal }),
  });
  const state = usePanelState(query, t('title'), 8);
  const user = query.data;
  return (
    <DetailDrawer
      title={<bdi>{user?.username ?? t('title')}</bdi>}
      note={
        user === undefined ? undefined : (
          <Chip tone={user.status === 'active' ? 'neutral' : 'alert'}>{t(`status.${user.status}`)}</Chip>
        )
      }
      onClose={onClose}
      actions={
        user === undefined
          ? undefined
          : actsFor(user).map((each) => (
              <Button
                key={each}
                size="small"
                variant={each === 'ban' || each === 'delete' ? 'danger' : 'plain'}
                disabledReason={missing('users.write')}
                reasonPlacement="tip"
                onClick={() => setAct(each)}
              >
                {t(`act.${each}`)}
              </Button>
            ))
      }
    >
      <Panel title={t('account')} state={state} padded>
        {user !== undefined && <AccountFacts user={user} />}
      </Panel>
      {user !== undefined && <Sessions user={user} />}
      {user !== undefined && <Logins user={user} />}
      {user !== undefined && act !== null && (
        <UserActDialog user={user} act={act} onClose={() => setAct(null)} />
      )}
    </DetailDrawer>
  );
}

function AccountFacts({ user }: { user: UserDetail }): ReactElement {
  const { t } = useTranslation('admin_users');
  const locale = useLocale();
  const scopes = user.scopes.join(', ');
  return (
    <Facts
      facts={[
        { name: t('callsign'), value: user.callsign ?? '–' },
        { name: t('email'), value: <Email user={user} /> },
        { name: t('created'), value: formatDateTime(Date.parse(user.createdAt), locale) },
        ...(user.suspendedUntil === null
          ? []
          : [{ name: t('until'), value: formatDateTime(Date.parse(user.suspendedUntil), locale) }]),
        ...(user.statusReason === null ? [] : [{ name: t('reason'), value: user.statusReason }]),
        { name: t('must_change'), value: t(user.mustChangePassword ? 'yes' : 'no') },
        { name: t('scopes'), value: scopes === '' ? '–' : scopes },
        {
          name: t('audit'),
          value: <Link to={`/security/audit?f=resourceId:${user.id}`}>{t('audit.open')}</Link>,
        },
      ]}
    />
  );
}

/** Masked until somebody asks; that he asked is in the audit log. */
function Email({ user }: { user: UserDetail }): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const revealed = useQuery({
    queryKey: ['users', user.id, 'email'],
    queryFn: () => api.revealEmail({ params: { id: user.id } }),
    enabled: false,
    gcTime: 0,
  });
  if (revealed.data !== undefined) return <bdi>{revealed.data.email ?? '–'}</bdi>;
  if (user.emailMasked === null) return <>–</>;
  return (
    <>
      <bdi>{user.emailMasked}</bdi>{' '}
      <Button
        size="small"
        variant="bare"
        pending={revealed.isFetching}
        onClick={() => void revealed.refetch()}
      >
        {t('email.reveal')}
      </Button>
    </>
  );
}

function Sessions({ user }: { user: UserDetail }): ReactElement {
  const { t } = useTranslation('admin_users');
  const state =
    user.sessions.length === 0 ? { state: { kind: 'empty' as const, text: t('sessions.none') } } : {};
  return (
    <Panel title={t('sessions')} {...state}>
      <Table caption={t('sessions')} cards>
        <thead>
          <tr>
            <th scope="col">{t('session.where')}</th>
            <th scope="col">{t('session.seen')}</th>
            <th scope="col">{t('session.door')}</th>
          </tr>
        </thead>
        <tbody>
          {user.sessions.map((session) => (
            <tr key={session.id} title={session.userAgent}>
              <th scope="row">{session.ip}</th>
              <td data-label={t('session.seen')}>
                <Moment at={session.lastSeenAt} />
              </td>
              <td data-label={t('session.door')}>{t(`door.${session.audience}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function Logins({ user }: { user: UserDetail }): ReactElement {
  const { t } = useTranslation('admin_users');
  const state = user.logins.length === 0 ? { state: { kind: 'empty' as const, text: t('logins.none') } } : {};
  return (
    <Panel title={t('logins')} {...state}>
      <Table caption={t('logins')} cards>
        <thead>
          <tr>
            <th scope="col">{t('login.when')}</th>
            <th scope="col">{t('login.outcome')}</th>
            <th scope="col">{t('session.where')}</th>
          </tr>
        </thead>
        <tbody>
          {user.logins.map((login) => (
            <tr key={login.id}>
              <th scope="row">
                <Moment at={login.at} />
              </th>
              <td data-label={t('login.outcome')}>
                {t(login.outcome === 'success' ? 'login.in' : 'login.refused')}
              </td>
              <td data-label={t('session.where')}>{login.ip ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
