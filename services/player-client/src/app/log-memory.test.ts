// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { keepLog } from './log-memory.ts';
import type { LogLine } from './log-store.ts';
import { createEventLog } from './log-store.ts';

const line = (id: string, atMs = Number(id)): LogLine => ({
  id,
  atMs,
  tone: 'info',
  category: 'movement',
  text: `line ${id}`,
});

const idsAfterReload = (playerId: string): readonly string[] => {
  const log = createEventLog();
  keepLog(log, playerId);
  return log.getState().lines.map(({ id }) => id);
};

describe('log over a reload', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there again, before what came meanwhile, each line once', () => {
    const log = createEventLog();
    keepLog(log, 'mara');
    log.append(line('1'));
    log.append(line('2'));
    const next = createEventLog();
    next.append(line('2'));
    next.append(line('3'));
    keepLog(next, 'mara');
    expect(next.getState().lines.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('stays with its player', () => {
    const log = createEventLog();
    keepLog(log, 'mara');
    log.append(line('1'));
    expect(idsAfterReload('odd')).toEqual([]);
    expect(idsAfterReload('mara')).toEqual([]);
  });

  it('keeps a bounded number and survives rubbish', () => {
    const log = createEventLog();
    keepLog(log, 'mara');
    for (let id = 1; id <= 150; id += 1) log.append(line(String(id)));
    const kept = idsAfterReload('mara');
    expect(kept).toHaveLength(100);
    expect(kept.at(-1)).toBe('150');
    sessionStorage.setItem('sw.log', '{');
    expect(idsAfterReload('mara')).toEqual([]);
  });
});
