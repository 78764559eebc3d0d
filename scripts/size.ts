/** `npm run size`: how big files are, for people to look at. Nothing fails because of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './tree/repository.ts';
import { largestFiles, packageSizes } from './tree/size-report.ts';
import { sourceFiles } from './tree/source-files.ts';

const LARGEST = 10;

const files = sourceFiles(REPOSITORY, ['.ts', '.tsx', '.mjs'])
  .filter((path) => path.includes('/') && !path.endsWith('.d.ts'))
  .map((path) => ({ path, lines: readFileSync(join(REPOSITORY, path), 'utf8').split('\n').length - 1 }));

const row = (cells: readonly string[]): string =>
  `${(cells[0] ?? '').padEnd(26)}${cells
    .slice(1)
    .map((cell) => cell.padStart(11))
    .join('')}\n`;

process.stdout.write(row(['package', 'files', 'lines', 'median', 'p90', 'test:code']));
for (const { folder, files: count, lines, median, p90, testRatio } of packageSizes(files)) {
  process.stdout.write(row([folder, ...[count, lines, median, p90].map(String), testRatio.toFixed(2)]));
}
process.stdout.write(`\nlargest files\n`);
for (const { path, lines } of largestFiles(files, LARGEST)) {
  process.stdout.write(`${String(lines).padStart(6)}  ${path}\n`);
}
