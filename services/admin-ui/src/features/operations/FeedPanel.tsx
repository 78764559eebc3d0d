import type { FeedItem } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { formatClock, formatSigned, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import styles from './Operations.module.css';
import { useActivity } from './use-operations.ts';

/** What happens, line by line. */
export function FeedPanel(): ReactElement {
  const { t } = useTranslation('operations');
  const query = useActivity();
  const title = t('feed.title');
  const state = usePanelState(query, title, 8);
  const items = query.data?.items ?? [];
  return (
    <Panel title={title} state={state} scroll className={styles.feedPanel}>
      {items.length === 0 ? (
        <p className={styles.quiet}>{t('feed.none')}</p>
      ) : (
        <ol className={styles.feed}>
          {items.map((item) => (
            <FeedLine key={item.id} item={item} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function FeedLine({ item }: { item: FeedItem }): ReactElement {
  const { t } = useTranslation('operations');
  const locale = useLocale();
  return (
    <li>
      <time dateTime={item.at} className="num">
        {formatClock(Date.parse(item.at), locale, { seconds: true })}
      </time>
      <span className={styles.kind}>{t(`feed.kind.${item.kind}`)}</span>
      <span className={styles.what}>
        {item.who !== null && <bdi>{item.who}</bdi>} <code>{item.what}</code>
      </span>
      {item.amount !== null && <span className="num">{formatSigned(item.amount, locale)}</span>}
    </li>
  );
}
