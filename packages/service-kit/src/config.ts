import type { z } from 'zod';
import type { Environment, ReadText } from './secret-files.ts';
import { resolveVariable } from './secret-files.ts';
import { StartupError } from './startup-error.ts';

/** Values shorter than this are too common as ordinary words to be cut out of a message. */
const SHORTEST_HIDDEN_VALUE = 4;

/**
 * Parses an environment once. The keys of the schema are the variable names; every variable may also
 * come as `NAME_FILE`. Variables the schema does not name are ignored.
 *
 * @throws StartupError with one sentence that names every unusable variable and never shows a value.
 */
export const readConfig = <S extends z.ZodObject>(
  schema: S,
  env: Environment,
  readText?: ReadText,
): z.output<S> => {
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = resolveVariable(env, name, readText);
    if (value !== undefined) values[name] = value;
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => describeIssue(issue, values));
  throw new StartupError(`The configuration is not usable: ${[...new Set(complaints)].join('; ')}.`);
};

const describeIssue = (issue: z.core.$ZodIssue, values: Readonly<Record<string, string>>): string => {
  const name = issue.path.map(String).join('.');
  const text = lowerFirst(hideValues(issue.message, values)).replace(/\.$/, '');
  if (name === '') return text;
  return values[name] === undefined && issue.code === 'invalid_type'
    ? `${name} is missing`
    : `${name}: ${text}`;
};

const hideValues = (message: string, values: Readonly<Record<string, string>>): string =>
  Object.values(values)
    .filter((value) => value.length >= SHORTEST_HIDDEN_VALUE)
    .reduce((text, value) => text.replaceAll(value, '(hidden)'), message);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
