import fc from 'fast-check';
import type { JsonSchema } from './json-schema.ts';

/** Ids that exist on the server under test, so that calls get past "not found". */
export interface KnownIds {
  readonly uuids: readonly string[];
  readonly integers: readonly number[];
  readonly names: readonly string[];
}

const SAFE = Number.MAX_SAFE_INTEGER;

const oneOfOr = <T>(known: readonly T[], other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  known.length === 0
    ? other
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: other });

const arbInteger = (schema: JsonSchema, known: KnownIds): fc.Arbitrary<number> => {
  const min = Math.max(schema.minimum ?? -SAFE, -SAFE);
  const max = Math.min(schema.maximum ?? SAFE, SAFE);
  const inRange = known.integers.filter((value) => value >= min && value <= max);
  return oneOfOr(
    inRange,
    fc.oneof(fc.integer({ min, max: Math.min(max, min + 50) }), fc.integer({ min, max })),
  );
};

const arbMatching = (pattern: RegExp, schema: JsonSchema, known: KnownIds): fc.Arbitrary<string> => {
  const fits = (text: string) =>
    text.length >= (schema.minLength ?? 0) && text.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY);
  const names = known.names.filter((name) => pattern.test(name) && fits(name));
  return oneOfOr(names, fc.stringMatching(pattern).filter(fits));
};

const arbString = (schema: JsonSchema, known: KnownIds): fc.Arbitrary<string> => {
  if (schema.format === 'uuid') return oneOfOr(known.uuids, fc.uuid());
  if (schema.format === 'email') {
    const pattern = new RegExp(schema.pattern ?? '');
    return fc.emailAddress().filter((text) => text.length <= (schema.maxLength ?? 254) && pattern.test(text));
  }
  if (schema.pattern !== undefined) return arbMatching(new RegExp(schema.pattern), schema, known);
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.min(schema.maxLength ?? 40, minLength + 40);
  // Some texts lose the blanks around them before they are measured.
  return fc
    .oneof(
      fc.string({ minLength, maxLength }),
      fc.string({ minLength, maxLength, unit: 'grapheme' }).filter((text) => text.length <= maxLength),
    )
    .filter((text) => text.trim().length >= minLength);
};

const arbNumber = (schema: JsonSchema): fc.Arbitrary<number> => {
  const min = schema.minimum ?? -1e9;
  const max = schema.maximum ?? 1e9;
  const step = schema.multipleOf;
  if (step === undefined) return fc.double({ min, max, noNaN: true });
  return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((count) => count * step);
};

const arbObject = (schema: JsonSchema, known: KnownIds): fc.Arbitrary<unknown> => {
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => [name, arbValid(member, known)] as const,
  );
  return fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])] });
};

const arbAlternatives = (schemas: readonly JsonSchema[], known: KnownIds): fc.Arbitrary<unknown> =>
  fc.oneof(...schemas.map((schema) => arbValid(schema, known)));

/** Values that fit a schema, as JSON. */
export const arbValid = (schema: JsonSchema, known: KnownIds): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return arbAlternatives(alternatives, known);
  switch (schema.type) {
    case 'object':
      return arbObject(schema, known);
    case 'array':
      return fc.array(arbValid(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 8),
      });
    case 'string':
      return arbString(schema, known);
    case 'integer':
      return arbInteger(schema, known);
    case 'number':
      return arbNumber(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
};
