import { readFileSync } from 'node:fs';
import { StartupError } from './startup-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a text file; injected so that tests need no disk. */
export type ReadText = (path: string) => string;

const readFromDisk: ReadText = (path) => readFileSync(path, 'utf8');

const settingOf = (env: Environment, name: string): string | undefined => {
  const value = env[name];
  return value === undefined || value.trim() === '' ? undefined : value;
};

/**
 * The value of one variable: `NAME` itself, or the content of the file that `NAME_FILE` names
 * (without the line break at its end). Empty counts as unset, because compose files pass empty strings
 * for what was not configured.
 *
 * @throws StartupError when both are set, or the file cannot be read or is empty.
 */
export const resolveVariable = (
  env: Environment,
  name: string,
  readText: ReadText = readFromDisk,
): string | undefined => {
  const direct = settingOf(env, name);
  const path = settingOf(env, `${name}_FILE`);
  if (path === undefined) return direct;
  if (direct !== undefined) {
    throw new StartupError(`Set either ${name} or ${name}_FILE, not both.`);
  }
  const content = readOrRefuse(name, path, readText).replace(/\r?\n$/, '');
  if (content === '') throw new StartupError(`The file that ${name}_FILE names is empty: ${path}.`);
  return content;
};

const readOrRefuse = (name: string, path: string, readText: ReadText): string => {
  try {
    return readText(path);
  } catch (cause) {
    throw new StartupError(`The file that ${name}_FILE names cannot be read: ${path}.`, { cause });
  }
};
