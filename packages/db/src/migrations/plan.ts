import type { MigrationFile } from './migration-files.ts';

/** A migration the database remembers. */
export interface LandedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** Which migrations to apply, or the sentence that says why none may be. */
export type MigrationPlan = { readonly pending: readonly MigrationFile[] } | { readonly refusal: string };

/**
 * Compares the folder with what has landed. Migrations only ever go forward: a landed one must be unchanged, and a new
 * one must come after everything that has landed. Landed migrations newer than the folder are tolerated, because an
 * older release may restart while a newer one is rolled out.
 */
export function planMigrations(
  files: readonly MigrationFile[],
  landed: readonly LandedMigration[],
): MigrationPlan {
  const byName = new Map(files.map((file) => [file.name, file]));
  const newestFile = files.at(-1)?.name ?? '';
  for (const { name, checksum } of landed) {
    const file = byName.get(name);
    if (file === undefined && name <= newestFile) {
      return {
        refusal: `Migration ${name} has been applied to this database but its file is gone: restore it.`,
      };
    }
    if (file !== undefined && file.checksum !== checksum) {
      return {
        refusal: `Migration ${name} was edited after it had been applied: restore it and put the change into a new migration.`,
      };
    }
  }
  const landedNames = new Set(landed.map(({ name }) => name));
  const newestLanded =
    landed
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? '';
  const pending = files.filter(({ name }) => !landedNames.has(name));
  const late = pending.find(({ name }) => name < newestLanded);
  if (late !== undefined) {
    return {
      refusal: `Migration ${late.name} is older than ${newestLanded}, which has been applied already: give it a new time stamp.`,
    };
  }
  return { pending };
}
