import { ApiProblem } from '@sw/api-client';
import { useTranslation } from '@sw/i18n';
import type { PanelState } from '@sw/ui';
import { formatClock } from '@sw/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useConsole, useLocale } from '../app/console-context.ts';
import { refusalOf } from '../app/refusal.ts';

/**
 * The standard state of whatever shows one answer of the server: a skeleton first, then the data; a failure
 * says what failed in its place and never becomes a 0; old data is stamped with its age.
 *
 * @param rows rows of a skeleton of its size
 */
export function usePanelState(query: UseQueryResult<unknown>, title: string, rows: number): PanelState {
  const { t } = useTranslation(['admin', 'common']);
  const { i18n } = useConsole();
  const locale = useLocale();
  if (query.isError && query.data !== undefined && !query.isPlaceholderData) {
    const time = formatClock(query.dataUpdatedAt, locale, { seconds: true });
    return { kind: 'stale', stamp: t('common:age.stamp', { time }) };
  }
  if (query.isError) {
    const refusal = refusalOf(i18n, query.error);
    if (query.error instanceof ApiProblem && query.error.status === 403) {
      return { kind: 'forbidden', text: refusal.text };
    }
    return {
      kind: 'error',
      message: refusal.text,
      retryLabel: t('common:action.retry'),
      onRetry: () => void query.refetch(),
      requestId: refusal.requestId,
      requestIdLabel: t('common:state.request_id'),
    };
  }
  if (query.data === undefined) {
    return { kind: 'loading', label: t('common:state.loading', { what: title }), rows };
  }
  return query.isFetching ? { kind: 'refetching' } : { kind: 'ready' };
}
