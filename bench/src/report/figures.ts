/** One line of the report. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly target?: string;
  readonly note?: string;
}

/** Figures that belong together. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

const MISSING = '–';

/** A whole number with separators, or a dash for what could not be measured. */
export const count = (value: number): string =>
  Number.isFinite(value) ? Math.round(value).toLocaleString('en-GB') : MISSING;

/** Milliseconds, finer the smaller they are. */
export const milliseconds = (value: number): string => {
  if (!Number.isFinite(value)) return MISSING;
  const digits = value < 1 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ms`;
};

/** 1 KB = 1,000 bytes, as the budgets count. */
export const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} KB`;

/** Memory in MB of 1,000,000 bytes. */
export const megabytes = (bytes: number | null): string =>
  bytes === null ? MISSING : `${(bytes / 1_000_000).toFixed(0)} MB`;

/** A share of the floor. */
export const ratio = (part: number, whole: number): string =>
  Number.isFinite(part / whole) ? (part / whole).toFixed(2) : MISSING;
