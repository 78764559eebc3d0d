import { useTranslation } from '@sw/i18n';
import { formatInteger, NumberCell, Panel, Table } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';
import type { PartProps } from './part-state.ts';
import { usePartState } from './part-state.ts';
import styles from './StatusPage.module.css';

/** The regions of this installation and who is in them. */
export function GalaxyPanel(props: PartProps): ReactElement {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const galaxy = props.query.data?.galaxy ?? null;
  const title = t('galaxy.title');
  const partState = usePartState(props, galaxy, title, 3);
  const state =
    galaxy?.length === 0 && partState.kind !== 'stale'
      ? { kind: 'empty' as const, text: t('galaxy.empty') }
      : partState;
  return (
    <Panel title={title} state={state} className={styles.wide}>
      <Table caption={title} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('galaxy.region')}</th>
            <th scope="col">{t('galaxy.status')}</th>
            <th scope="col" className="end">
              {t('galaxy.sectors')}
            </th>
            <th scope="col" className="end">
              {t('galaxy.stations')}
            </th>
            <th scope="col" className="end">
              {t('galaxy.players')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(galaxy ?? []).map((region) => (
            <tr key={region.region}>
              <th scope="row">
                <bdi className="hi">{region.title}</bdi>{' '}
                <span className={clsx('num lo', styles.desk)}>{region.region}</span>
              </th>
              <td>{region.status}</td>
              <NumberCell>{formatInteger(region.sectors, locale)}</NumberCell>
              <NumberCell>{formatInteger(region.stations, locale)}</NumberCell>
              <NumberCell>{formatInteger(region.players, locale)}</NumberCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
