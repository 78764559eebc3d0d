import type { Pilot } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { explorerAct } from './explorer.ts';
import { hoarderAct } from './hoarder.ts';
import type { LoopSearch } from './optimiser.ts';
import { optimiserAct } from './optimiser.ts';
import { traderAct } from './trader.ts';

/** Scouting takes this share of an honest trader's turns, in percent. */
const SCOUT_PERCENT = 6;
/** Among so many, what a market offers elsewhere is gone before anybody gets there: nobody plans beyond the next sale. */
const CROWD = 200;

/** One act of a player by his strategy. False when he is done for this sitting. */
export function act(setting: SimSetting, pilot: Pilot, nowMs: number, loops: LoopSearch): boolean {
  switch (pilot.kind) {
    case 'rule_trader':
      return traderAct(setting, pilot, nowMs, {
        insight: 'rules',
        looksAhead: setting.activePlayers < CROWD,
        scoutPercent: SCOUT_PERCENT,
        takesJobs: true,
        buysLadder: true,
      });
    case 'screen_trader':
      return traderAct(setting, pilot, nowMs, {
        insight: 'screen',
        looksAhead: false,
        scoutPercent: SCOUT_PERCENT,
        takesJobs: true,
        buysLadder: true,
      });
    case 'fresh_account':
      return traderAct(setting, pilot, nowMs, {
        insight: 'screen',
        looksAhead: false,
        scoutPercent: 0,
        takesJobs: true,
        buysLadder: false,
      });
    case 'explorer':
      return explorerAct(setting, pilot, nowMs);
    case 'optimiser':
      return optimiserAct(setting, pilot, nowMs, loops);
    case 'hoarder':
      return hoarderAct(setting, pilot, nowMs);
  }
}
