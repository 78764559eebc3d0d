import type { DayReport, StrategyKind } from '@sw/bots/simulation';
import type { Chart } from './chart.ts';

/** A chart of the report, and what it says to those who cannot see it. */
export interface Picture {
  readonly file: string;
  readonly alt: string;
  readonly draw: (reports: readonly DayReport[]) => Chart;
}

const SHOWN: readonly (readonly [StrategyKind, string])[] = [
  ['rule_trader', 'knows the rules'],
  ['screen_trader', 'sees the screen'],
  ['explorer', 'explorer'],
  ['optimiser', 'optimiser'],
];

const over = (
  reports: readonly DayReport[],
  value: (report: DayReport) => number,
): (readonly [number, number])[] => reports.map((report) => [report.day, value(report)]);

/** The charts of the page, in its order. */
export const PICTURES: readonly Picture[] = [
  {
    file: 'income',
    alt: 'Credits a turn by strategy over the days: honest traders rise with their upgrades, the optimiser stays above them',
    draw: (reports) => ({
      title: 'Income a turn by strategy',
      xLabel: 'day',
      yLabel: 'credits a turn',
      yFrom: 0,
      series: SHOWN.map(([kind, name]) => ({
        name,
        points: over(
          reports.filter(({ strategies }) => strategies[kind].turns > 0),
          ({ strategies }) => strategies[kind].income / strategies[kind].turns,
        ),
      })),
    }),
  },
  {
    file: 'money',
    alt: 'Money supply over the days, with all credits made and all destroyed',
    draw: (reports) => ({
      title: 'Credits made, destroyed and in hand',
      xLabel: 'day',
      yLabel: 'credits',
      yFrom: 0,
      series: [
        { name: 'made', points: over(reports, ({ minted }) => minted) },
        { name: 'destroyed', points: over(reports, ({ burned }) => burned) },
        { name: 'in hand', points: over(reports, ({ moneySupply }) => moneySupply) },
      ],
    }),
  },
  {
    file: 'prices',
    alt: 'Price index over the days, around 100',
    draw: (reports) => ({
      title: 'Price index',
      xLabel: 'day',
      yLabel: '100 = base prices; weighted by the trade of the last seven days',
      band: [95, 105],
      series: [{ name: 'all goods', points: over(reports, ({ priceIndex }) => priceIndex) }],
    }),
  },
  {
    file: 'spread',
    alt: 'Gini coefficient of wallets, and the share of markets at their ends, over the days',
    draw: (reports) => ({
      title: 'Inequality and empty shelves',
      xLabel: 'day',
      yLabel: 'share',
      yFrom: 0,
      series: [
        { name: 'Gini of wallets', points: over(reports, ({ gini }) => gini) },
        { name: 'empty sellers', points: over(reports, ({ emptySellers }) => emptySellers) },
        { name: 'full buyers', points: over(reports, ({ fullBuyers }) => fullBuyers) },
      ],
    }),
  },
];
