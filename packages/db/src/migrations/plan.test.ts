import { describe, expect, it } from 'vitest';
import type { MigrationFile } from './migration-files.ts';
import { planMigrations } from './plan.ts';

const A = '20260101000000-create-users';
const B = '20260102000000-create-ships';
const C = '20260103000000-add-ship-name';

function file(name: string, checksum = 'same'): MigrationFile {
  return { name, checksum, text: '', isTransactional: true };
}

function pendingOf(files: string[], landed: string[]): string[] | string {
  const plan = planMigrations(
    files.map((name) => file(name)),
    landed.map((name) => ({ name, checksum: 'same' })),
  );
  return 'refusal' in plan ? plan.refusal : plan.pending.map(({ name }) => name);
}

describe('planMigrations', () => {
  it('applies everything to an empty database and nothing to a complete one', () => {
    expect(pendingOf([A, B], [])).toEqual([A, B]);
    expect(pendingOf([A, B], [A, B])).toEqual([]);
  });

  it('applies what came after', () => {
    expect(pendingOf([A, B, C], [A])).toEqual([B, C]);
  });

  it('refuses a landed migration that was edited', () => {
    const plan = planMigrations([file(A, 'edited')], [{ name: A, checksum: 'same' }]);
    expect(plan).toEqual({
      refusal: `Migration ${A} was edited after it had been applied: restore it and put the change into a new migration.`,
    });
  });

  it('refuses a new migration that is older than a landed one', () => {
    expect(pendingOf([A, B, C], [A, C])).toBe(
      `Migration ${B} is older than ${C}, which has been applied already: give it a new time stamp.`,
    );
  });

  it('refuses when the file of a landed migration is gone', () => {
    expect(pendingOf([A, C], [A, B, C])).toContain(`Migration ${B} has been applied`);
  });

  it('lets an older release start on the schema of a newer one', () => {
    expect(pendingOf([A, B], [A, B, C])).toEqual([]);
  });
});
