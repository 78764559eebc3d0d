import type { AttentionItem, OperationsOverview } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import type { PanelState } from '@sw/ui';
import { Chip, formatRelative, Panel } from '@sw/ui';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/console-context.ts';
import styles from './Operations.module.css';

/** Where somebody goes on from what needs him. */
const PLACES: Readonly<Record<AttentionItem['kind'], string>> = {
  job_failed: '/system/jobs',
  job_overdue: '/system/jobs',
  job_paused: '/system/jobs',
  ledger_mismatch: '/system',
  trading_halted: '/system',
  region_down: '/system',
  maintenance: '/system/announcements',
};

/** What waits for somebody, the worst first. */
export function NeedsYouPanel({
  overview,
  state,
}: {
  readonly overview: OperationsOverview | undefined;
  readonly state: PanelState;
}): ReactElement {
  const { t } = useTranslation('operations');
  const locale = useLocale();
  const needs = overview?.needs ?? [];
  const isSilent = overview !== undefined && overview.needs === null;
  const nowMs = Date.parse(overview?.at ?? '');
  return (
    <Panel
      title={t('needs.title')}
      note={needs.length === 0 ? undefined : String(needs.length)}
      state={state}
      padded
    >
      {isSilent && <p role="alert">{t('needs.silent')}</p>}
      {!isSilent && needs.length === 0 && (
        <p className={styles.calmLine}>
          <CircleCheck aria-hidden="true" />
          {t('needs.none')}
        </p>
      )}
      <ul className={styles.needs}>
        {needs.map((item) => (
          <li key={`${item.kind} ${item.subject ?? ''}`}>
            <Chip
              tone={item.severity === 'notice' ? 'neutral' : 'alert'}
              icon={<TriangleAlert aria-hidden="true" />}
            >
              {t(`severity.${item.severity}`)}
            </Chip>
            <span className={styles.what}>
              {t(`needs.${item.kind}`, { subject: item.subject ?? '' })}
              {item.at !== null && <small>{formatRelative(Date.parse(item.at), nowMs, locale)}</small>}
            </span>
            <Link to={PLACES[item.kind]}>{t('needs.open')}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
