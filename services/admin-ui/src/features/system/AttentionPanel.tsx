import type { TFunction } from '@sw/i18n';
import { useTranslation } from '@sw/i18n';
import { Chip, Panel } from '@sw/ui';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Attention } from './attention.ts';
import { attentionOf } from './attention.ts';
import type { PartProps } from './part-state.ts';
import { usePartState } from './part-state.ts';
import styles from './StatusPage.module.css';

/** What needs somebody now; when nothing does, that is said as well. */
export function AttentionPanel(props: PartProps): ReactElement {
  const { t } = useTranslation('admin');
  const health = props.query.data;
  const title = t('attention.title');
  const state = usePartState(props, undefined, title, 1);
  const items = health === undefined ? [] : attentionOf(health);
  return (
    <Panel title={title} state={state} padded className={styles.wide}>
      {items.length === 0 ? (
        <p className={styles.line}>
          <CircleCheck className={styles.good} aria-hidden="true" />
          {t('attention.none')}
        </p>
      ) : (
        <ul className={styles.lines}>
          {items.map((item) => (
            <li key={JSON.stringify(item)} className={styles.line}>
              <Chip tone="alert" icon={<TriangleAlert aria-hidden="true" />}>
                {t(`attention.${item.kind}.title`)}
              </Chip>
              <span>{attentionText(t, item)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The cause and what to do about it. */
function attentionText(t: TFunction<'admin'>, item: Attention): string {
  switch (item.kind) {
    case 'ledger_mismatch':
      return t('attention.ledger_mismatch.text', { count: item.count });
    case 'trading_halted':
      return t('attention.trading_halted.text');
    case 'job_failed':
      return t('attention.job_failed.text', { job: item.job });
    case 'part_silent':
      return t('attention.part_silent.text', { part: t(`${item.part}.title`) });
  }
}
