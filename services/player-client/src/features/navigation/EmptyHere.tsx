import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { sectorTitle } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { runKeyAction } from '../../keyboard/keyboard-store.ts';
import { chartModelOf, nearestRow } from '../../sectors/chart-model.ts';
import type { Cockpit } from './use-cockpit.ts';

/** An empty sector still says what is next: the nearest known station and how to get there. */
export function EmptyHere({ cockpit }: { readonly cockpit: Cockpit }): ReactElement {
  const t = useText();
  const { sector, chart } = cockpit;
  const model = chart === undefined ? null : chartModelOf(chart);
  const here = sector === undefined ? null : (model?.rowOf(sector.number) ?? null);
  const near = model === null || here === null ? null : nearestRow(model, here, model.hasStation);
  return (
    <>
      <p>{t('game:here.empty')}</p>
      {model !== null && near !== null && (
        <Button size="small" hotkey="N" data-guide="nearest" onClick={() => runKeyAction('nearest')}>
          {t('game:here.nearest_plot', {
            sector: sectorTitle({ number: model.numberAt(near.row), name: model.nameAt(near.row) }),
            hops: near.hops,
          })}
        </Button>
      )}
    </>
  );
}
