import { describe, expect, it } from 'vitest';
import { checkLabel, checkMark, checkNote, MAX_BOOKMARKS, normaliseLabel } from './index.ts';

describe('a mark', () => {
  it('is refused for a sector the player does not know, as if there were none', () => {
    expect(checkMark('note', { level: 0, count: 0, isMarked: false })).toMatchObject({ code: 'not_found' });
  });

  it('is refused beyond the limit, but an old one may be changed', () => {
    const full = { level: 1, count: MAX_BOOKMARKS, isMarked: false } as const;
    expect(checkMark('bookmark', full)).toEqual({ code: 'marks_full', details: { max: MAX_BOOKMARKS } });
    expect(checkMark('bookmark', { ...full, isMarked: true })).toBeNull();
    expect(checkMark('bookmark', { ...full, count: MAX_BOOKMARKS - 1 })).toBeNull();
    expect(checkMark('note', full)).toBeNull();
  });
});

describe('the text of a mark', () => {
  it('is one line where it is a label', () => {
    expect(normaliseLabel('  my\n good\tport ')).toBe('my good port');
  });

  it('is neither empty nor too long', () => {
    expect(checkNote(' \n ')).toMatchObject({ details: { errors: [{ path: '/text', code: 'too_short' }] } });
    expect(checkNote('x'.repeat(500))).toBeNull();
    expect(checkNote('x'.repeat(501))).toMatchObject({ details: { errors: [{ code: 'too_long' }] } });
    expect(checkLabel('🚀'.repeat(32))).toBeNull();
    expect(checkLabel('🚀'.repeat(33))).toMatchObject({ details: { errors: [{ path: '/label' }] } });
  });
});
