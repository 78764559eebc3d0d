import { expect, it } from 'vitest';
import { scheduleWords } from './schedule-words.ts';

it.each([
  ['* * * * *', { key: 'schedule.minute' }],
  ['7 * * * *', { key: 'schedule.hourly', minute: '07' }],
  ['23 3 * * *', { key: 'schedule.daily', time: '03:23' }],
  ['0 0 1 1 *', { key: 'schedule.cron', cron: '0 0 1 1 *' }],
  ['*/5 * * * *', { key: 'schedule.cron', cron: '*/5 * * * *' }],
])('%s', (cron, words) => {
  expect(scheduleWords(cron)).toEqual(words);
});
