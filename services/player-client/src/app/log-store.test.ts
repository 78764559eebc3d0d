import { describe, expect, it } from 'vitest';
import type { LogLine } from './log-store.ts';
import { createEventLog } from './log-store.ts';

const line = (id: string): LogLine => ({ id, atMs: 1, tone: 'info', category: 'system', text: id });

describe('event log', () => {
  it('keeps a repeated event once', () => {
    const log = createEventLog();
    log.append(line('a'));
    log.append(line('a'));
    expect(log.getState().lines).toHaveLength(1);
  });

  it('keeps a notice in the log after it is dismissed, and at most three at a time', () => {
    const log = createEventLog();
    for (const id of ['a', 'b', 'c', 'd']) log.notify(line(id));
    expect(log.getState().notices.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    log.dismiss('c');
    expect(log.getState().notices).toHaveLength(2);
    expect(log.getState().lines).toHaveLength(4);
  });
});
