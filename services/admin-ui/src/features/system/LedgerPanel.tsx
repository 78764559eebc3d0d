import { useTranslation } from '@sw/i18n';
import { Chip, Facts, formatInteger, formatRelative, Panel } from '@sw/ui';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import type { PartProps } from './part-state.ts';
import { usePartState } from './part-state.ts';
import styles from './StatusPage.module.css';

/** The last proof that no credit was minted or lost. */
export function LedgerPanel(props: PartProps): ReactElement {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const health = props.query.data;
  const audit = health?.ledger?.lastAudit ?? null;
  const title = t('ledger.title');
  const partState = usePartState(props, health?.ledger, title, 6);
  const isReady = partState.kind === 'ready' || partState.kind === 'refetching';
  const state =
    isReady && audit === null ? { kind: 'empty' as const, text: t('ledger.never_audited') } : partState;
  return (
    <Panel title={title} state={state} padded>
      {audit !== null && health !== undefined && (
        <>
          <p className={styles.verdict}>
            {audit.ok ? (
              <Chip tone="live" icon={<CircleCheck aria-hidden="true" />}>
                {t('ledger.sound')}
              </Chip>
            ) : (
              <Chip tone="alert" icon={<TriangleAlert aria-hidden="true" />}>
                {t('ledger.unsound')}
              </Chip>
            )}
            <time dateTime={audit.checkedAt} className="lo">
              {formatRelative(Date.parse(audit.checkedAt), Date.parse(health.serverTime), locale)}
            </time>
          </p>
          <Facts
            facts={[
              { name: t('ledger.sum'), value: audit.sumOfAccounts },
              { name: t('ledger.mismatches'), value: formatInteger(audit.mismatches, locale) },
              { name: t('ledger.negative'), value: formatInteger(audit.negativeAccounts, locale) },
              { name: t('ledger.accounts'), value: formatInteger(audit.accounts, locale) },
              { name: t('ledger.rows'), value: formatInteger(audit.rows, locale) },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
