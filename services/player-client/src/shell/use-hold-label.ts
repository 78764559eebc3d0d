import { useText } from '../app/text.ts';
import type { StatusView } from './status-view-model.ts';

/** The hold in words: "30 equipment, 8 fuel, 12 free". */
export function useHoldLabel(hold: StatusView['hold']): string {
  const t = useText();
  if (hold === null) return '';
  const aboard = hold.segments.map(({ commodity, quantity }) =>
    t('common:hold_cells.item', {
      count: quantity,
      commodity: t(`common:commodity_word.${commodity}`),
    }),
  );
  const free = t('common:hold_cells.free', { count: Math.max(0, hold.capacity - hold.used) });
  return t('common:hold_cells.label', { items: [...aboard, free].join(', ') });
}
