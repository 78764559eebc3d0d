import { describe, expect, it } from 'vitest';
import { missingFrom } from './confirm-level.ts';

const reason = 'asked for by its owner';

describe('what an act still needs', () => {
  it('is nothing for C1', () => {
    expect(missingFrom('C1', { reason: '', typedName: '' }, 'mara')).toBeNull();
  });

  it('is a reason of ten characters for C2, blanks not counted', () => {
    expect(missingFrom('C2', { reason: ` ${'x'.repeat(9)} `, typedName: '' }, 'mara')).toBe('reason_short');
    expect(missingFrom('C2', { reason: 'x'.repeat(10), typedName: '' }, 'mara')).toBeNull();
  });

  it('is the exact name as well for C3', () => {
    expect(missingFrom('C3', { reason, typedName: 'Mara' }, 'mara')).toBe('name');
    expect(missingFrom('C3', { reason: '', typedName: 'mara' }, 'mara')).toBe('reason_short');
    expect(missingFrom('C3', { reason, typedName: 'mara ' }, 'mara')).toBeNull();
  });
});
