import { describe, expect, it } from 'vitest';
import { expandAlias, withAlias } from './alias-store.ts';

describe('aliases', () => {
  it('stand for their line, with what follows them', () => {
    const aliases = withAlias({}, 'home', 'plot 1');
    expect(expandAlias('home avoid 231', aliases)).toBe('plot 1 avoid 231');
    expect(expandAlias('HOME', aliases)).toBe('plot 1');
    expect(expandAlias('dock', aliases)).toBe('dock');
    expect(expandAlias('__proto__', aliases)).toBe('__proto__');
  });

  it('are forgotten with nothing, and never more than thirty', () => {
    expect(withAlias({ home: 'plot 1' }, 'home', null)).toEqual({});
    const many = Array.from({ length: 40 }, (_, index) => `a${index}`).reduce(
      (aliases, name) => withAlias(aliases, name, 'turns'),
      {},
    );
    expect(Object.keys(many)).toHaveLength(30);
  });
});
