import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBinary, needsBinaries } from './server-binaries.ts';

describe('programs that tests need', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('are found on the path', () => {
    expect(findBinary('sh')).toMatch(/\/sh$/);
    expect(findBinary('sw-no-such-program')).toBeUndefined();
  });

  it('let tests be skipped by name where they are missing', () => {
    vi.stubEnv('SW_INFRA', '');
    expect(needsBinaries('sh')).toEqual({ isMissing: false, note: '' });
    expect(needsBinaries('sh', 'sw-no-such-program')).toEqual({
      isMissing: true,
      note: ' (skipped: needs sw-no-such-program)',
    });
  });

  it('must be there where nothing may be skipped', () => {
    vi.stubEnv('SW_INFRA', 'required');
    expect(() => needsBinaries('sw-no-such-program')).toThrow('must be installed');
  });
});
