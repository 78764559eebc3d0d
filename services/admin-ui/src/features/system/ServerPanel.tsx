import { useTranslation } from '@sw/i18n';
import { Facts, formatDateTime, formatDecimal, formatDuration, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import { formatBytes } from '../../widgets/format-bytes.ts';
import type { PartProps } from './part-state.ts';
import { usePartState } from './part-state.ts';

/** The build that answers, and how the process behind it feels. */
export function ServerPanel(props: PartProps): ReactElement {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const health = props.query.data;
  const title = t('server.title');
  const state = usePartState(props, undefined, title, 7);
  const builtAtMs = Date.parse(health?.build.builtAt ?? '');
  return (
    <Panel title={title} state={state} padded>
      {health !== undefined && (
        <Facts
          facts={[
            { name: t('server.version'), value: health.build.version, strong: true },
            { name: t('server.commit'), value: health.build.commit },
            ...(Number.isNaN(builtAtMs)
              ? []
              : [{ name: t('server.built_at'), value: formatDateTime(builtAtMs, locale) }]),
            { name: t('server.node'), value: health.build.node },
            { name: t('server.uptime'), value: formatDuration(health.uptimeS * 1000, locale) },
            { name: t('server.memory'), value: formatBytes(health.process.memoryBytes, locale) },
            {
              name: t('server.loop_lag'),
              value: t('unit.ms', { value: formatDecimal(health.process.eventLoopLagMs, locale, 1) }),
            },
          ]}
        />
      )}
    </Panel>
  );
}
