import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { useCommands } from '../app/commands.ts';
import { useGame, useRunningAct } from '../app/game-context.ts';
import { usePlayerState } from '../app/game-queries.ts';
import { flyToStop } from './fly-run.ts';
import type { RunStop, TradeRoute, TradeRun } from './trade-run-store.ts';
import { afterTrade, nextStop, openTradeRun, runOf, setTradeRun, tradeRunStore } from './trade-run-store.ts';

export interface TradeRunModel {
  readonly run: TradeRun | null;
  /** The stop the ship is at or flies to. */
  readonly stop: RunStop | null;
  /** On the way, or waiting for another act to end: nothing can be begun. */
  readonly isFlying: boolean;
  begin(route: TradeRoute): void;
  /** Flies to the present stop, or to the next one where the present is done. */
  goOn(): void;
  traded(stationId: string): void;
  end(): void;
}

/** The trade route this player is flying. */
export function useTradeRun(): TradeRunModel {
  const services = useGame();
  const { navigation } = useCommands();
  const navigate = useNavigate();
  const owner = usePlayerState().data?.player.id ?? null;
  const run = useStore(tradeRunStore, (state) => state.run);
  const [isUnderWay, setUnderWay] = useState(false);
  // An order that is still being settled would swallow the undocking.
  const isFlying = useRunningAct() !== null || isUnderWay;
  useEffect(() => {
    if (owner !== null) openTradeRun(owner);
  }, [owner]);

  const keep = (next: TradeRun | null) => {
    if (owner !== null) setTradeRun(owner, next);
  };
  const fly = async (next: TradeRun) => {
    keep(next);
    const stop = next.stops[next.at];
    if (stop === undefined) return;
    setUnderWay(true);
    try {
      const outcome = await flyToStop(services, navigation, stop);
      if (outcome?.ok === true) await navigate(`/game/station/${stop.stationId}`);
      else if (outcome !== null && outcome.isPrinted !== true && outcome.text !== '')
        services.print('warning', 'movement', outcome.text);
    } finally {
      setUnderWay(false);
    }
  };
  return {
    run,
    stop: run?.stops[run.at] ?? null,
    isFlying,
    begin: (route) => {
      if (!isFlying) void fly(runOf(route));
    },
    goOn: () => {
      if (run !== null && !isFlying) void fly(run.isTraded ? nextStop(run) : run);
    },
    traded: (stationId) => {
      if (run !== null) keep(afterTrade(run, stationId));
    },
    end: () => keep(null),
  };
}
