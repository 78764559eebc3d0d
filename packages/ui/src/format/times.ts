import { formatParts, numberFormat } from './number-format.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;

type TimeUnit = (typeof UNITS)[number][0];

function formatUnit(value: number, unit: TimeUnit, locale: string): string {
  return formatParts(numberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }), value);
}

/**
 * A span of time in its two largest units: `3 h 40 m`, `1 m 26 s`, `6 s`.
 * Remainders are cut, so a countdown never shows more than is left; zero and
 * negative spans read `0 s`.
 */
export function formatDuration(durationMs: number, locale: string, maxUnits = 2): string {
  let rest = Math.max(0, Math.floor(durationMs / SECOND) * SECOND);
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    if (parts.length === 0 && count === 0 && unit !== 'second') continue;
    rest -= count * length;
    if (count > 0 || parts.length === 0) parts.push(formatUnit(count, unit, locale));
    if (parts.length === maxUnits || rest === 0) break;
  }
  return parts.join('\u00a0');
}

/**
 * How old something is, in one unit: `40 m`, `2 h`, `3 d`. Below a minute it is
 * `<1 m`: an age is never more exact than it needs to be.
 */
export function formatAge(ageMs: number, locale: string): string {
  const age = Math.max(0, ageMs);
  if (age < MINUTE) return `<${formatUnit(1, 'minute', locale)}`;
  if (age < HOUR) return formatUnit(Math.floor(age / MINUTE), 'minute', locale);
  if (age < DAY) return formatUnit(Math.floor(age / HOUR), 'hour', locale);
  return formatUnit(Math.floor(age / DAY), 'day', locale);
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/**
 * A moment as seen from another: `2 min. ago`, `in 3 hr.`, `now`. Within 24 h
 * of `nowMs`; what lies further away is a date (`formatDateTime`).
 */
export function formatRelative(atMs: number, nowMs: number, locale: string): string {
  const delta = atMs - nowMs;
  if (Math.abs(delta) >= DAY) return formatDateTime(atMs, locale);
  let format = relativeFormats.get(locale);
  if (format === undefined) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
    relativeFormats.set(locale, format);
  }
  if (Math.abs(delta) < MINUTE) return format.format(0, 'second');
  if (Math.abs(delta) < HOUR) return format.format(Math.trunc(delta / MINUTE), 'minute');
  return format.format(Math.trunc(delta / HOUR), 'hour');
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, options);
    dateFormats.set(key, format);
  }
  return format;
}

/** Options every date formatter takes: an IANA zone, the device's when left out. */
export interface ZoneOption {
  readonly timeZone?: string;
}

/** Time of day on a 24 hour clock: `14:03`, with seconds `14:02:10`. */
export function formatClock(
  atMs: number,
  locale: string,
  options: ZoneOption & { readonly seconds?: boolean } = {},
): string {
  const { seconds = false, ...zone } = options;
  return dateFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(seconds ? { second: '2-digit' as const } : {}),
    ...zone,
  }).format(atMs);
}

/** Date and time for tips, logs and anything older than a day: `22 Nov 2102, 14:03` in the locale's order. */
export function formatDateTime(atMs: number, locale: string, zone: ZoneOption = {}): string {
  return dateFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  }).format(atMs);
}

/** Day and month: `20 Nov` in the locale's order. */
export function formatDay(atMs: number, locale: string, zone: ZoneOption = {}): string {
  return dateFormat(locale, { month: 'short', day: 'numeric', ...zone }).format(atMs);
}
