import { isTestFile } from './source-files.ts';

export interface MeasuredFile {
  readonly path: string;
  /** Physical lines. */
  readonly lines: number;
}

export interface PackageSize {
  readonly folder: string;
  readonly files: number;
  readonly lines: number;
  readonly median: number;
  readonly p90: number;
  /** Test lines for each line of code. */
  readonly testRatio: number;
}

/** The value below which a share of the sorted values lies (nearest rank); 0 for none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
};

const folderOf = (path: string): string => /^(?:packages|services)\/[^/]+|^[^/]+/.exec(path)?.[0] ?? path;

/** Sizes of each package, folders in alphabetical order. Tests count only for the ratio. */
export const packageSizes = (files: readonly MeasuredFile[]): readonly PackageSize[] => {
  const folders = [...new Set(files.map(({ path }) => folderOf(path)))].sort();
  return folders.map((folder) => {
    const own = files.filter(({ path }) => folderOf(path) === folder);
    const code = own.filter(({ path }) => !isTestFile(path)).map(({ lines }) => lines);
    const codeLines = sum(code);
    const testLines = sum(own.map(({ lines }) => lines)) - codeLines;
    return {
      folder,
      files: code.length,
      lines: codeLines,
      median: percentile(code, 0.5),
      p90: percentile(code, 0.9),
      testRatio: codeLines === 0 ? 0 : testLines / codeLines,
    };
  });
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The longest files that are not tests. */
export const largestFiles = (files: readonly MeasuredFile[], count: number): readonly MeasuredFile[] =>
  files
    .filter(({ path }) => !isTestFile(path))
    .sort((a, b) => b.lines - a.lines || a.path.localeCompare(b.path))
    .slice(0, count);
