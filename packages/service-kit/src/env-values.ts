/**
 * Schemas for values that arrive as text in an environment. Messages say what would be accepted and
 * are shown to operators by `readConfig`.
 */
import { z } from 'zod';

/** A whole number in decimal notation within bounds, both included. */
export const integerValue = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);

/** A TCP port; 0 asks the system for any free one. */
export const portValue = () => integerValue(0, 65_535);

/** `true`, `1`, `yes`, `on` and their opposites, in any letter case. */
export const booleanValue = () =>
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', '1', 'yes', 'on', 'false', '0', 'no', 'off'], 'must be true or false'))
    .transform((value) => ['true', '1', 'yes', 'on'].includes(value));

/** Values separated by commas; blanks around them and empty entries are dropped. */
export const listValue = () =>
  z.string().transform((text): readonly string[] =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );
