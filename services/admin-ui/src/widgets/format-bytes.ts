import { formatDecimal } from '@sw/ui';

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;
const STEP = 1000;

/** A size in the largest unit that leaves a number of one or more: `18.4 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  let size = bytes / STEP;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  return `${formatDecimal(size, locale, 1)} ${UNITS[unit]}`;
}
