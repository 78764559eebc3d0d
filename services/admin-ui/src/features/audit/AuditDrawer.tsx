import type { AuditDetail } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import type { Fact } from '@sw/ui';
import { Button, Facts, formatDateTime, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { useTell } from '../../shell/notices.ts';
import { DetailDrawer } from '../../widgets/DetailDrawer.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import styles from './Audit.module.css';
import { resourceOf } from './audit-columns.tsx';
import { diffOf } from './audit-diff.ts';

/** One row of the log: who, from where, why, what changed, and its link of the chain. */
export function AuditDrawer({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('admin_audit');
  const { api } = useConsole();
  const tell = useTell();
  const query = useQuery({
    queryKey: ['audit', id],
    queryFn: ({ signal }) => api.getAudit({ params: { id }, signal }),
  });
  const state = usePanelState(query, t('title'), 10);
  const row = query.data;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${location.origin}/admin/security/audit/${id}`);
    tell({ text: t('detail.copied') });
  };
  return (
    <DetailDrawer
      title={row?.action ?? t('title')}
      note={row === undefined ? undefined : resourceOf(row)}
      onClose={onClose}
      actions={
        <Button size="small" onClick={() => void copy()}>
          {t('detail.permalink')}
        </Button>
      }
    >
      <Panel title={t('detail.call')} state={state} padded>
        {row !== undefined && <CallFacts row={row} />}
      </Panel>
      {row !== undefined && <Diff row={row} />}
    </DetailDrawer>
  );
}

function CallFacts({ row }: { row: AuditDetail }): ReactElement {
  const { t } = useTranslation('admin_audit');
  const locale = useLocale();
  const time = (at: string): string => formatDateTime(Date.parse(at), locale);
  const facts: readonly (Fact | null)[] = [
    { name: t('at'), value: time(row.at) },
    { name: t('actor'), value: row.actorName ?? t(`actor_type.${row.actorType}`) },
    { name: t('outcome'), value: t(`outcome.${row.outcome}`) },
    fact(t('reason'), row.reason),
    fact(t('detail.call'), row.method === null ? null : `${row.method} ${row.path ?? ''}`),
    fact(t('detail.status'), row.statusCode === null ? null : String(row.statusCode)),
    fact(t('detail.duration'), row.durationMs === null ? null : t('detail.ms', { value: row.durationMs })),
    fact(t('ip'), row.ip),
    fact(t('detail.agent'), row.userAgent),
    fact(t('detail.request'), row.requestId),
    fact(t('detail.session'), row.sessionId),
    {
      name: t('detail.seal'),
      value:
        row.seal === null
          ? t('detail.unsealed')
          : t('detail.seal_value', { seq: row.seal.seq, time: time(row.seal.sealedAt) }),
    },
    fact(t('detail.hash'), row.seal?.hash ?? null),
  ];
  return <Facts className={styles.facts} facts={facts.filter((each) => each !== null)} />;
}

const fact = (name: string, value: string | null): Fact | null => (value === null ? null : { name, value });

function Diff({ row }: { row: AuditDetail }): ReactElement {
  const { t } = useTranslation('admin_audit');
  const isChange = row.before !== null || row.after !== null;
  const lines = isChange ? diffOf(row.before, row.after) : diffOf(null, row.details);
  const title = t(isChange ? 'diff.title' : 'diff.details');
  return (
    <Panel
      title={title}
      {...(lines.length === 0 ? { state: { kind: 'empty', text: t('detail.nothing') } } : {})}
    >
      <Table caption={title} className={styles.diff}>
        <thead>
          <tr>
            <th scope="col">{t('diff.field')}</th>
            {isChange && <th scope="col">{t('diff.before')}</th>}
            <th scope="col">{t('diff.after')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.field}>
              <th scope="row">{line.field}</th>
              {isChange && <td>{line.isChanged ? <del>{line.before}</del> : line.before}</td>}
              <td>{isChange && line.isChanged ? <ins>{line.after}</ins> : line.after}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
