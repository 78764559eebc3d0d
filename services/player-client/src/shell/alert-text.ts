import type { I18n } from '@sw/i18n';
import { shownMembers } from '../app/refusal-text.ts';
import type { PlayerStateView } from './status-view-model.ts';

/** An alert in words, moments as the time until then; one this build has no words for is named by its kind. */
export function alertText(i18n: I18n, alert: PlayerStateView['alerts'][number], nowMs: number): string {
  const key = `alert.${alert.key}`;
  if (i18n.exists(key, { ns: 'game' })) {
    const t = i18n.t as (key: string, options: Record<string, unknown>) => string;
    return t(key, { ...shownMembers(alert.params, i18n.language, nowMs), ns: 'game' });
  }
  return i18n.t('game:alert_unknown', { kind: alert.kind });
}
