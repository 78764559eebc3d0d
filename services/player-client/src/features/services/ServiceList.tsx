import { KeyCap, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './Services.module.css';
import { useServiceText } from './service-text.ts';
import type { ServicesModel } from './use-services.ts';

/** Every counter of the station; those with a screen of their own lead there. */
export function ServiceList({
  model,
  selected,
}: {
  readonly model: ServicesModel;
  readonly selected: string | null;
}): ReactElement {
  const t = useText();
  const words = useServiceText();
  const { list, query, stationId } = model;
  const state = usePanelState(query, t('services:title'), 6);
  return (
    <Panel
      title={t('services:list')}
      note={list.length}
      state={
        state.kind === 'ready' && list.length === 0 ? { kind: 'empty', text: t('services:none') } : state
      }
    >
      <ul className={styles.list}>
        {list.map((service, index) => (
          <li key={service.id}>
            <Link
              to={`/game/station/${stationId}/${service.venue ?? service.id}`}
              aria-current={service.id === selected ? 'page' : undefined}
            >
              <KeyCap>{String(index + 1)}</KeyCap>
              <span>
                <strong>{words.name(service.nameKey, service.params)}</strong>
                <small>{words.text(service.textKey, service.params)}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
