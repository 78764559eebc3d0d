import type { PanelState } from '@sw/ui';
import { formatClock } from '@sw/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useGame, useLink, useLocale } from './game-context.ts';
import { reasonText, refusalOf } from './refusal-text.ts';
import { useText } from './text.ts';

type QueryPart = Pick<
  UseQueryResult<unknown>,
  'isPending' | 'isPaused' | 'isError' | 'isFetching' | 'error' | 'data' | 'dataUpdatedAt' | 'refetch'
>;

/** The standard state of a panel that shows one query (rule book, front ends 1.6). */
export function usePanelState(query: QueryPart, what: string, rows = 4): PanelState {
  const t = useText();
  const { i18n, clock } = useGame();
  const locale = useLocale();
  const link = useLink();
  if (query.isError && query.data === undefined) {
    const { text, requestId } = refusalOf(i18n, query.error, clock.nowMs());
    return {
      kind: 'error',
      message: text,
      retryLabel: t('common:action.retry'),
      onRetry: () => void query.refetch(),
      requestId,
      requestIdLabel: t('common:state.request_id'),
    };
  }
  if (query.isPending && query.isPaused)
    return {
      kind: 'error',
      message: reasonText(i18n, 'offline', {}, clock.nowMs()),
      retryLabel: t('common:action.retry'),
      onRetry: () => void query.refetch(),
    };
  if (query.isPending) return { kind: 'loading', label: t('common:state.loading', { what }), rows };
  if (link.kind === 'offline') {
    const time = formatClock(query.dataUpdatedAt, locale, { seconds: true });
    return { kind: 'stale', stamp: t('common:age.stamp', { time }) };
  }
  return query.isFetching ? { kind: 'refetching' } : { kind: 'ready' };
}

interface ActionPart {
  readonly enabled: boolean;
  readonly reason: string | null;
  readonly reasonParams: Readonly<Record<string, unknown>>;
}

/**
 * Why an act is not possible now, in words, or undefined when it is: the server's answer, or that
 * nobody can be asked.
 */
export function useReason(): (action: ActionPart | null) => string | undefined {
  const { i18n, clock } = useGame();
  const link = useLink();
  return (action) => {
    if (link.kind === 'offline') return reasonText(i18n, 'offline', {}, clock.nowMs());
    if (action === null || action.enabled) return undefined;
    return reasonText(i18n, action.reason ?? 'invalid_state', action.reasonParams, clock.nowMs());
  };
}
