import { useTranslation } from '@sw/i18n';
import { Chip, Facts, formatDateTime, Panel, Table } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import type { ReactElement } from 'react';
import { useConsole, useLocale } from '../../app/console-context.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import styles from './SystemTabs.module.css';

/** What this server was started with, and what its database was made by. */
export function ConfigurationTab(): ReactElement {
  const { t } = useTranslation('system');
  const { api } = useConsole();
  const locale = useLocale();
  const query = useQuery({
    queryKey: ['system', 'configuration'],
    queryFn: ({ signal }) => api.getConfiguration({ signal }),
  });
  const state = usePanelState(query, t('config.settings'), 12);
  const build = query.data?.build;
  return (
    <>
      <PageHead title={t('tab.configuration')} />
      <div className={styles.two}>
        <Panel title={t('config.settings')} state={state}>
          <Table caption={t('config.settings')} className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('config.name')}</th>
                <th scope="col">{t('config.value')}</th>
              </tr>
            </thead>
            <tbody>
              {(query.data?.settings ?? []).map(({ name, value, isSecret }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td className={styles.wrap}>
                    {value === null ? (
                      <span className={styles.low}>{t('config.unset')}</span>
                    ) : (
                      <>
                        {isSecret && <Chip icon={<KeyRound aria-hidden="true" />}>{t('config.secret')}</Chip>}{' '}
                        <code>{value}</code>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Panel>
        <div className={styles.column}>
          <Panel title={t('config.build')} state={state} padded>
            <Facts
              facts={[
                { name: t('config.version'), value: build?.version },
                { name: t('config.commit'), value: build?.commit },
                { name: t('config.node'), value: build?.node },
              ]}
            />
          </Panel>
          <Panel title={t('config.migrations')} state={state}>
            <Table caption={t('config.migrations')} className={styles.table}>
              <tbody>
                {(query.data?.migrations ?? []).map(({ name, appliedAt }) => (
                  <tr key={name}>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td>{formatDateTime(Date.parse(appliedAt), locale)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Panel>
        </div>
      </div>
    </>
  );
}
