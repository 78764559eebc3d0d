import { describe, expect, it } from 'vitest';
import { createLink, linkKind } from './link-store.ts';

const DOWN = { kind: 'offline', attempt: 3, retryAtMs: 9, closeCode: 1006 } as const;

describe('link', () => {
  it('is offline only when neither way is answered', () => {
    expect(linkKind(DOWN, true)).toBe('polling');
    expect(linkKind(DOWN, false)).toBe('offline');
    expect(linkKind({ kind: 'live', degraded: false }, false)).toBe('live');
    expect(linkKind({ kind: 'live', degraded: true }, true)).toBe('polling');
    expect(linkKind({ kind: 'connecting', attempt: 0 }, true)).toBe('connecting');
  });

  it('remembers since when nothing is fresh', () => {
    let now = 100;
    const link = createLink(() => now);
    link.setReachable(false);
    now = 900;
    link.setReachable(false);
    expect(link.getState()).toMatchObject({ kind: 'offline', staleSinceMs: 100 });
    link.setReachable(true);
    expect(link.getState().staleSinceMs).toBeNull();
  });
});
