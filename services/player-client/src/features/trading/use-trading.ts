import { useMemo } from 'react';
import { useGame } from '../../app/game-context.ts';
import type { TradingCommands } from './trading-commands.ts';
import { createTradingCommands } from './trading-commands.ts';

export function useTrading(): TradingCommands {
  const services = useGame();
  return useMemo(() => createTradingCommands(services), [services]);
}
