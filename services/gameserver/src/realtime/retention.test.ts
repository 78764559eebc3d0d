import { expect, it } from 'vitest';
import { retentionOf } from './retention.ts';

it.each([
  ['player:03c9', 200, 86_400_000],
  ['sector:17', 200, 900_000],
  ['region:terran-space', 200, 3_600_000],
  ['global', 200, 3_600_000],
  ['station:03c9', 100, 300_000],
  ['something else', 50, 60_000],
])('%s keeps %i events for %i ms', (channel, events, maxAgeMs) => {
  expect(retentionOf(channel)).toEqual({ events, maxAgeMs });
});
