import { PanelNotice } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { WayThere } from '../../stations/WayThere.tsx';
import styles from './Services.module.css';
import type { ServicesModel } from './use-services.ts';

/** Counters are open to those docked here: how to get there. */
export function NotHere({ model }: { readonly model: ServicesModel }): ReactElement {
  const t = useText();
  return (
    <div className={styles.notHere}>
      <PanelNotice state={{ kind: 'empty', text: t('services:not_docked') }} />
      <WayThere station={model.station} />
    </div>
  );
}
