import type { SystemHealth } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import type { PanelState } from '@sw/ui';
import { formatClock } from '@sw/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useLocale } from '../../app/console-context.ts';

/** What a panel gets: the one question all of them show a part of. */
export interface PartProps {
  readonly query: UseQueryResult<SystemHealth>;
}

/**
 * The standard state of a panel that shows one part. A part without an answer says so where it stands,
 * while the others go on; when the server does not answer any more, what was seen last is stamped.
 *
 * @param rows rows of the panel, for a skeleton of its size
 */
export function usePartState({ query }: PartProps, part: unknown, title: string, rows: number): PanelState {
  const { t } = useTranslation(['admin', 'common']);
  const locale = useLocale();
  if (query.data === undefined) {
    return { kind: 'loading', label: t('common:state.loading', { what: title }), rows };
  }
  if (part === null) {
    return {
      kind: 'error',
      message: t('part.silent'),
      retryLabel: t('common:action.retry'),
      onRetry: () => void query.refetch(),
    };
  }
  if (query.isError) {
    const time = formatClock(query.dataUpdatedAt, locale, { seconds: true });
    return { kind: 'stale', stamp: t('common:age.stamp', { time }) };
  }
  return query.isFetching ? { kind: 'refetching' } : { kind: 'ready' };
}
