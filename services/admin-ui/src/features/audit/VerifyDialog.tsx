import type { AuditVerification } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { Dialog, Facts, formatDateTime, formatInteger, PanelNotice, Skeleton } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import styles from './Audit.module.css';

/** Walks the chain and says what was verified, not only that it was. */
export function VerifyDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation(['admin_audit', 'common']);
  const { api } = useConsole();
  const query = useQuery({
    queryKey: ['audit', 'verify'],
    queryFn: ({ signal }) => api.verifyAudit({ signal }),
    gcTime: 0,
  });
  const state = usePanelState(query, t('verify.title'), 6);
  return (
    <Dialog open onClose={onClose} title={t('verify.title')} closeLabel={t('common:action.close')} wide>
      {state.kind === 'loading' && <Skeleton rows={6} label={state.label} />}
      {(state.kind === 'error' || state.kind === 'forbidden') && <PanelNotice state={state} />}
      {query.data !== undefined && <Verdict seen={query.data} onLeave={onClose} />}
    </Dialog>
  );
}

function Verdict({ seen, onLeave }: { seen: AuditVerification; onLeave: () => void }): ReactElement {
  const { t } = useTranslation('admin_audit');
  const locale = useLocale();
  const number = (value: number): string => formatInteger(value, locale);
  return (
    <div className={styles.verdict}>
      <p role="status" className={clsx(styles.banner, seen.ok ? styles.sound : styles.unsound)}>
        {seen.ok ? <ShieldCheck aria-hidden="true" /> : <ShieldAlert aria-hidden="true" />}
        {t(seen.ok ? 'verify.sound' : 'verify.unsound')}
      </p>
      <Facts
        className={styles.facts}
        facts={[
          { name: t('verify.checked'), value: formatDateTime(Date.parse(seen.checkedAt), locale) },
          {
            name: t('verify.range'),
            value:
              seen.firstSeq === null || seen.lastSeq === null
                ? t('verify.nothing')
                : t('verify.range_value', { first: seen.firstSeq, last: seen.lastSeq }),
          },
          { name: t('verify.pending'), value: number(seen.pendingRows) },
          { name: t('verify.expired'), value: number(seen.expiredRows) },
          ...(seen.headHash === null ? [] : [{ name: t('verify.head'), value: seen.headHash }]),
        ]}
      />
      {seen.headHash !== null && <p className="lo">{t('verify.head_hint')}</p>}
      {seen.findings.length > 0 && (
        <>
          <h3>{t('verify.findings')}</h3>
          <ul className={styles.findings}>
            {seen.findings.map(({ kind, seq, auditId }) => (
              <li key={`${kind} ${seq ?? ''} ${auditId ?? ''}`}>
                <strong>{t(`finding.${kind}`)}</strong>
                {seq !== null && <span>{t('finding.link', { seq })}</span>}
                {auditId !== null && (
                  <Link to={`/security/audit/${auditId}`} onClick={onLeave}>
                    {t('finding.row', { id: auditId })}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
