import type { BotReport, Deed } from '@sw/bots';

const WORDS: readonly (readonly [Deed, string])[] = [
  ['moved', 'flights'],
  ['docked', 'dockings'],
  ['bought', 'purchases'],
  ['sold', 'sales'],
  ['chatted', 'lines said'],
];

const clock = (elapsedMs: number): string => {
  const seconds = Math.floor(elapsedMs / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

const amounts = (deeds: Readonly<Partial<Record<Deed, number>>>): string =>
  WORDS.map(([deed, word]) => `${deeds[deed] ?? 0} ${word}`).join(', ');

/** Counts what all bots did. */
export class Tally {
  readonly #deeds: Partial<Record<Deed, number>> = {};

  add(deed: Deed): void {
    this.#deeds[deed] = (this.#deeds[deed] ?? 0) + 1;
  }

  /** e.g. `02:15  34 flights, 6 dockings, …`. */
  line(elapsedMs: number): string {
    return `${clock(elapsedMs)}  ${amounts(this.#deeds)}`;
  }
}

/** One line a player, refusals included. */
export const describeReports = (reports: readonly BotReport[]): string =>
  reports
    .map((report) => {
      const refusals = Object.entries(report.refusals).map(([code, times]) => `${code} ×${times}`);
      const ended = report.stoppedBecause === null ? '' : `; ended early: ${report.stoppedBecause}`;
      const refused = refusals.length === 0 ? '' : `; refused: ${refusals.join(', ')}`;
      return `  ${report.callsign.padEnd(21)}${report.strategy.padEnd(10)} ${amounts(report.deeds)}${refused}${ended}`;
    })
    .join('\n');
