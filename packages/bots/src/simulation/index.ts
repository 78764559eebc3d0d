export type { DayReport, StrategyDay } from './measures/day-report.ts';
export { reasonTotals } from './measures/day-report.ts';
export type { StrategyKind } from './players/pilot.ts';
export { STRATEGY_KINDS } from './players/pilot.ts';
export type { LaunchRow, ProgressionRow } from './progression.ts';
export {
  MEASURED_KINDS,
  measureLaunch,
  measureProgression,
  medianTurns,
  PROGRESSION_BANDS,
} from './progression.ts';
export type { Population } from './simulation.ts';
export { Simulation } from './simulation.ts';
