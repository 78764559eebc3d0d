import { DatabaseUnavailableError } from '@sw/db';
import { beforeEach, expect, it } from 'vitest';
import { commitAndTell } from './commit-and-tell.ts';
import type { OutboxEvent } from './outbox.ts';

const EVENTS: readonly OutboxEvent[] = [{ channel: 'global', type: 'chat.message', data: 'x' }];
let told: (readonly OutboxEvent[])[];
let doubts: number;
const deps = {
  outbox: {
    committed: (events: readonly OutboxEvent[]) => {
      told.push(events);
    },
    doubted: () => {
      doubts += 1;
    },
  },
};

beforeEach(() => {
  told = [];
  doubts = 0;
});

it('tells what was committed, after it was', async () => {
  const answer = await commitAndTell(deps, EVENTS, async () => {
    expect(told).toEqual([]);
    return 7;
  });
  expect([answer, told, doubts]).toEqual([7, [EVENTS], 0]);
});

it('has nothing to tell where nothing happened', async () => {
  await commitAndTell(deps, [], async () => {});
  expect(told).toEqual([]);
});

it.each([
  ['a refusal by the database', new Error('check violated'), 0],
  ['a connection lost before the commit', new DatabaseUnavailableError('none'), 0],
  ['a connection lost under the commit', new DatabaseUnavailableError('unknown'), 1],
])('tells nothing of %s', async (_case, error, expectedDoubts) => {
  await expect(commitAndTell(deps, EVENTS, () => Promise.reject(error))).rejects.toBe(error);
  expect([told, doubts]).toEqual([[], expectedDoubts]);
});
