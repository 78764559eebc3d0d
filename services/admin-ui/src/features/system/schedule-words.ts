/** A cron line as a key and its figures; lines of other shapes are shown as they are. */
export type ScheduleWords =
  | { readonly key: 'schedule.minute' }
  | { readonly key: 'schedule.hourly'; readonly minute: string }
  | { readonly key: 'schedule.daily'; readonly time: string }
  | { readonly key: 'schedule.cron'; readonly cron: string };

const two = (digits: string): string => digits.padStart(2, '0');

/** Reads the schedules the game uses: each minute, each hour, each day (UTC). */
export function scheduleWords(cron: string): ScheduleWords {
  if (cron === '* * * * *') return { key: 'schedule.minute' };
  const hourly = /^(\d{1,2}) \* \* \* \*$/.exec(cron)?.[1];
  if (hourly !== undefined) return { key: 'schedule.hourly', minute: two(hourly) };
  const [, minute, hour] = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(cron) ?? [];
  if (minute !== undefined && hour !== undefined) {
    return { key: 'schedule.daily', time: `${two(hour)}:${two(minute)}` };
  }
  return { key: 'schedule.cron', cron };
}
