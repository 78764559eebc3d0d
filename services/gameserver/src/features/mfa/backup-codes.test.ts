import { seededBytes } from '@sw/test-kit';
import { describe, expect, it } from 'vitest';
import { createBackupCodes, hashBackupCode, looksLikeBackupCode } from './backup-codes.ts';

describe('backup codes', () => {
  it('are ten different ones of two groups', () => {
    const codes = createBackupCodes(seededBytes('codes'));
    expect(new Set(codes).size).toBe(10);
    expect(codes.filter((code) => !/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/.test(code))).toEqual([]);
  });

  it('are the same however they are typed', () => {
    const hash = hashBackupCode('ABCDE-23456');
    for (const typed of ['abcde-23456', 'ABCDE23456', ' abcde 23456 '])
      expect(hashBackupCode(typed)).toEqual(hash);
    expect(hashBackupCode('ABCDE-23457')).not.toEqual(hash);
  });

  it('are told from the codes of an authenticator by their length', () => {
    expect(looksLikeBackupCode('abcde-23456')).toBe(true);
    expect(looksLikeBackupCode('123 456')).toBe(false);
  });
});
