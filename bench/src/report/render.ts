import type { Figure, Section } from './figures.ts';

const COLUMNS = ['Measured', 'Value', 'Target', 'Remark'] as const;

const cellsOf = ({ name, value, target = '', note = '' }: Figure): string[] => [name, value, target, note];

/** The report as a Markdown table for each section, padded so that it also reads well in a terminal. */
export const renderReport = (sections: readonly Section[]): string => {
  const rows = sections.flatMap(({ figures }) => figures.map(cellsOf));
  const widths = COLUMNS.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return sections
    .map(({ title, figures }) => [
      `### ${title}`,
      '',
      line(COLUMNS),
      rule,
      ...figures.map((f) => line(cellsOf(f))),
    ])
    .map((lines) => lines.join('\n'))
    .join('\n\n');
};
