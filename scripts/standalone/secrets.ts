import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveVariable } from '@sw/service-kit';
import { StartupError } from '@sw/service-kit/startup-error';
import type { Variables } from './environment.ts';

const SHORTEST = 32;

/**
 * The secret all keys are derived from, as far as it is given.
 *
 * @throws StartupError when it is too short, or missing although the database is somebody else's to keep.
 */
export function givenJwtSecret(env: Variables, isEmbedded: boolean): string | undefined {
  const secret = resolveVariable(env, 'JWT_SECRET');
  if (secret === undefined && !isEmbedded) {
    throw new StartupError(
      `JWT_SECRET is required together with DATABASE_URL: set at least ${SHORTEST} random characters and keep them with the database.`,
    );
  }
  if (secret !== undefined && secret.length < SHORTEST) {
    throw new StartupError(
      `JWT_SECRET has ${secret.length} characters: at least ${SHORTEST} random ones are needed.`,
    );
  }
  return secret;
}

/** Stands in for the real secret where only the other settings are looked at. */
export function placeholderSecret(): string {
  return randomBytes(SHORTEST).toString('base64url');
}

/** The secret of an embedded installation: made once, kept beside its data for its owner's eyes only. */
export function keptJwtSecret(dataDir: string): string {
  const path = join(dataDir, 'secrets.json');
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { jwtSecret: string }).jwtSecret;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new StartupError(`${path} cannot be read: restore it, or remove it to sign everybody out.`, {
        cause,
      });
    }
  }
  const jwtSecret = randomBytes(48).toString('base64url');
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify({ jwtSecret })}\n`, { mode: 0o600 });
  renameSync(unfinished, path);
  return jwtSecret;
}
