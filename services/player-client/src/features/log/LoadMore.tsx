import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './LogPage.module.css';

export interface LoadMoreProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** The way further back; nothing where everything is listed. */
export function LoadMore({ query }: LoadMoreProps): ReactElement | null {
  const t = useText('log');
  const reason = useReason();
  if (!query.hasNextPage) return null;
  return (
    <div className={styles.more}>
      <Button
        pending={query.isFetchingNextPage}
        disabledReason={reason(null)}
        onClick={() => void query.fetchNextPage()}
      >
        {t('log:record.more')}
      </Button>
    </div>
  );
}
