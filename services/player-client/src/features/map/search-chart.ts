import type { ChartModel } from '../../sectors/chart-model.ts';

const MOST = 50;

/**
 * Rows whose number or station name begins with, else contains, what was typed (`312`, `#312`, `isme`).
 * Numbers before names, beginnings before middles, then by number.
 */
export function searchChart(model: ChartModel, query: string): readonly number[] {
  const wanted = query.trim().replace(/^#/, '').toLocaleLowerCase();
  if (wanted === '') return [];
  const found: { readonly row: number; readonly rank: number }[] = [];
  for (let row = 0; row < model.count; row += 1) {
    const number = String(model.numberAt(row));
    const name = model.nameAt(row)?.toLocaleLowerCase() ?? '';
    if (number === wanted) found.push({ row, rank: 0 });
    else if (number.startsWith(wanted)) found.push({ row, rank: 1 });
    else if (name.startsWith(wanted)) found.push({ row, rank: 2 });
    else if (name.includes(wanted)) found.push({ row, rank: 3 });
  }
  return found
    .sort((a, b) => a.rank - b.rank || model.numberAt(a.row) - model.numberAt(b.row))
    .slice(0, MOST)
    .map(({ row }) => row);
}
