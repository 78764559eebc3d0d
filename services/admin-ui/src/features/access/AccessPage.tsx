import type { AdminHolder } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Button, Panel, Select, Table, TextField } from '@sw/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';
import { useMissingScope, useOperator, useScopes } from '../../pages/use-operator.ts';
import { useTell } from '../../shell/notices.ts';
import { Moment } from '../../widgets/Moment.tsx';
import { PageHead } from '../../widgets/PageHead.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import styles from './Access.module.css';

type Change =
  | { readonly kind: 'grant' | 'revoke'; readonly holder: AdminHolder; readonly scope: string }
  | { readonly kind: 'role'; readonly userId: string; readonly name: string; readonly role: string };

/** who holds which scope, people across and scopes down, and the roles that bundle them. */
export function AccessPage(): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const own = useOperator().data?.userId;
  const scopes = useScopes();
  const missing = useMissingScope();
  const [change, setChange] = useState<Change | null>(null);
  const catalogue = useQuery({ queryKey: ['scopes'], queryFn: ({ signal }) => api.getScopes({ signal }) });
  const holders = useQuery({ queryKey: ['admins'], queryFn: ({ signal }) => api.listAdmins({ signal }) });
  const state = usePanelState(holders, t('access.matrix'), 16);
  const people = holders.data?.items ?? [];

  /** Why a box cannot be changed by who looks at it. */
  const reasonFor = (holder: AdminHolder, scope: string, isHeld: boolean): string | undefined => {
    if (holder.userId === own) return t('access.own');
    if (!scopes.has(scope)) return t('access.lacking');
    return missing(isHeld ? 'scopes.revoke' : 'scopes.grant');
  };

  return (
    <>
      <PageHead title={t('access.title')} note={t('access.lead')} />
      <div className={styles.page}>
        <Panel title={t('access.matrix')} state={state} className={styles.panel}>
          <Table caption={t('access.matrix')} className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">{t('access.scope')}</th>
                {people.map((holder) => (
                  <th key={holder.userId} scope="col">
                    <bdi>{holder.username}</bdi>
                    <span className={styles.seen}>
                      {holder.lastLoginAt === null ? t('never') : <Moment at={holder.lastLoginAt} />}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(catalogue.data?.scopes ?? []).map((scope) => (
                <tr key={scope}>
                  <th scope="row">
                    <code>{scope}</code>
                  </th>
                  {people.map((holder) => {
                    const grant = holder.grants.find((each) => each.scope === scope);
                    const isHeld = grant !== undefined;
                    const reason = reasonFor(holder, scope, isHeld);
                    return (
                      <td key={holder.userId}>
                        <input
                          type="checkbox"
                          aria-label={t('access.box', { name: holder.username, scope })}
                          title={
                            reason ??
                            (isHeld ? t('access.by', { name: grant.grantedBy ?? t('access.start') }) : '')
                          }
                          checked={isHeld}
                          disabled={reason !== undefined}
                          onChange={() => setChange({ kind: isHeld ? 'revoke' : 'grant', holder, scope })}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </Table>
        </Panel>
        <RolePanel roles={catalogue.data?.roles ?? []} onGive={setChange} />
      </div>
      {change !== null && <ChangeDialog change={change} onClose={() => setChange(null)} />}
    </>
  );
}

function RolePanel({
  roles,
  onGive,
}: {
  readonly roles: readonly { readonly role: string; readonly scopes: readonly string[] }[];
  readonly onGive: (change: Change) => void;
}): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const missing = useMissingScope();
  const [name, setName] = useState('');
  const [role, setRole] = useState('support');
  const chosen = roles.find((each) => each.role === role);
  const wanted = name.trim();
  const found = useQuery({
    queryKey: ['users', 'named', wanted],
    queryFn: ({ signal }) => api.listUsers({ query: { q: wanted, limit: 10 }, signal }),
    enabled: wanted.length >= 3 && missing('users.read') === undefined,
  });
  const user = found.data?.items.find((each) => each.username.toLowerCase() === wanted.toLowerCase());
  return (
    <Panel title={t('access.give_role')} className={styles.panel} padded>
      <div className={styles.form}>
        <TextField
          label={t('username')}
          value={name}
          onChange={setName}
          autoComplete="off"
          hint={
            wanted.length >= 3 && found.data !== undefined && user === undefined
              ? t('access.unknown')
              : undefined
          }
        />
        <Select
          label={t('role')}
          value={role}
          options={roles.map((each) => ({ value: each.role, label: each.role }))}
          onChange={setRole}
        />
        <p className={styles.scopes}>{chosen?.scopes.join(' · ')}</p>
        <Button
          disabledReason={
            missing('scopes.grant') ?? (user === undefined ? t('access.name_first') : undefined)
          }
          onClick={() =>
            user !== undefined && onGive({ kind: 'role', userId: user.id, name: user.username, role })
          }
        >
          {t('access.give')}
        </Button>
      </div>
    </Panel>
  );
}

function ChangeDialog({ change, onClose }: { change: Change; onClose: () => void }): ReactElement {
  const { t } = useTranslation('admin_users');
  const { api } = useConsole();
  const queries = useQueryClient();
  const tell = useTell();
  const name = change.kind === 'role' ? change.name : change.holder.username;
  const what = change.kind === 'role' ? change.role : change.scope;
  const run = async (reason: string): Promise<unknown> => {
    if (change.kind === 'role') {
      return api.grantRole({ params: { userId: change.userId, role: change.role }, body: { reason } });
    }
    const call = { params: { userId: change.holder.userId, scope: change.scope }, body: { reason } };
    return change.kind === 'grant' ? api.grantScope(call) : api.revokeScope(call);
  };
  return (
    <ConfirmDialog
      level="C3"
      target={name}
      title={t(`access.confirm.${change.kind}`, { name, what })}
      confirmLabel={t(`access.do.${change.kind}`)}
      onClose={onClose}
      onConfirm={async ({ reason }) => {
        await run(reason);
        await queries.invalidateQueries({ queryKey: ['admins'] });
        tell({ text: t(`access.done.${change.kind}`, { name, what }) });
      }}
    >
      <p>{t('access.effect')}</p>
    </ConfirmDialog>
  );
}
