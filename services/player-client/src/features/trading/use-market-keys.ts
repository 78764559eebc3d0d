import { useNavigate } from 'react-router';
import type { KeyHandlers } from '../../keyboard/keyboard-store.ts';
import { useKeyLayer } from '../../keyboard/use-key-layer.ts';
import { useUndock } from '../../stations/use-undock.ts';
import type { MarketModel } from './use-market.ts';

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The single keys of the market; without a live market only those that look. */
export function useMarketKeys(model: MarketModel): void {
  const navigate = useNavigate();
  const { table, selected, isLive, lines, stationId } = model;
  const undock = useUndock(stationId);
  const all = [...table.theyBuy, ...table.theySell];
  const handlers: KeyHandlers = {
    next_row: () => {
      const at = selected === null ? -1 : all.indexOf(selected);
      const next = all[(at + 1) % Math.max(1, all.length)];
      if (next !== undefined) model.select(next.row.commodity);
    },
    back: () => {
      if (lines.length > 0) model.clear();
      else void navigate('/game');
    },
  };
  for (const number of NUMBERS)
    handlers[`row.${number}`] = () => {
      const line = all[number - 1];
      if (line !== undefined) model.select(line.row.commodity);
    };
  if (isLive) {
    handlers.services = () => void navigate(`/game/station/${stationId}/services`);
    handlers.buy_mode = () => {
      if (selected !== null && selected.row.side !== 'buys') model.setMost('buy', selected.row.commodity);
    };
    handlers.sell_mode = () => {
      if (selected !== null && selected.row.side !== 'sells') model.setMost('sell', selected.row.commodity);
    };
    handlers.classic_run = () => void model.classicStep();
    handlers.commit = model.commit;
    handlers.jobs = () => void navigate(`/game/station/${stationId}/jobs`);
    handlers.repeat_trip = model.repeatTrip;
    handlers.undock = undock;
  }
  useKeyLayer('docked', handlers);
}
