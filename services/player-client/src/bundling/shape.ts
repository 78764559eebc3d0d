/**
 * Where credits stand in a message: the only values whose wire form (a JSON integer) differs from
 * their form in code (a bigint). `null`: nowhere below here.
 */
export type Shape =
  | null
  | 'credits'
  | { readonly object: Readonly<Record<string, Shape>> }
  | { readonly each: Shape };

type Convert = (value: unknown) => unknown;

function convert(shape: Shape, value: unknown, credits: Convert): unknown {
  if (shape === null || value === null || value === undefined) return value;
  if (shape === 'credits') return credits(value);
  if ('each' in shape) {
    if (Array.isArray(value)) return value.map((item) => convert(shape.each, item, credits));
    if (typeof value !== 'object') throw new TypeError('A list was expected');
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, convert(shape.each, item, credits)]),
    );
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw new TypeError('An object was expected');
  const known = value as Readonly<Record<string, unknown>>;
  const changed: Record<string, unknown> = { ...known };
  for (const [name, member] of Object.entries(shape.object))
    if (Object.hasOwn(known, name)) changed[name] = convert(member, known[name], credits);
  return changed;
}

/** Wire → code. Throws when something that must hold credits does not fit. */
export function decodeShape(shape: Shape, value: unknown): unknown {
  return convert(shape, value, (wire) => {
    if (typeof wire !== 'number' || !Number.isSafeInteger(wire))
      throw new TypeError('An amount of credits was expected');
    return BigInt(wire);
  });
}

/** Code → wire. */
export function encodeShape(shape: Shape, value: unknown): unknown {
  return convert(shape, value, (amount) => (typeof amount === 'bigint' ? Number(amount) : amount));
}
