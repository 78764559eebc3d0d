import { useTranslation } from '@sw/i18n';
import { Facts, formatDecimal, formatInteger, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import { formatBytes } from '../../widgets/format-bytes.ts';
import type { PartProps } from './part-state.ts';
import { usePartState } from './part-state.ts';

/** PostgreSQL as the server reaches it. */
export function DatabasePanel(props: PartProps): ReactElement {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const database = props.query.data?.database ?? null;
  const title = t('database.title');
  const state = usePartState(props, database, title, 6);
  return (
    <Panel title={title} state={state} padded>
      {database !== null && (
        <Facts
          facts={[
            {
              name: t('database.latency'),
              value: t('unit.ms', { value: formatDecimal(database.latencyMs, locale, 2) }),
              strong: true,
            },
            { name: t('database.size'), value: formatBytes(database.sizeBytes, locale) },
            {
              name: t('database.pool'),
              value: t('database.pool_use', { used: database.poolInUse, size: database.poolSize }),
            },
            { name: t('database.migrations'), value: formatInteger(database.migrations, locale) },
            { name: t('database.version'), value: database.version },
            {
              name: t('database.kind'),
              value: t(database.embedded ? 'database.embedded' : 'database.external'),
            },
          ]}
        />
      )}
    </Panel>
  );
}
