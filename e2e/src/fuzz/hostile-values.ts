import fc from 'fast-check';

/** Text that has broken servers before: control characters, quotes, overrides, half surrogates, size. */
export const arbHostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '\u0000',
    'a\u0000b',
    "'; DROP TABLE players; --",
    '" OR ""="',
    '{{7*7}}',
    '../../../../etc/passwd',
    '%00%2e%2e%2f',
    '\uD800',
    '\uDC00x',
    '\u202Egnp.exe',
    '\u200B\u200B\u200B',
    'Ｆｕｌｌｗｉｄｔｈ',
    '__proto__',
    'constructor',
    '-1',
    'NaN',
    'null',
    '[object Object]',
    '<img src=x onerror=1>',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: 200, max: 5000 }).map((length) => 'x'.repeat(length)),
);

const arbHostileNumber: fc.Arbitrary<number> = fc.constantFrom(
  -1,
  0,
  -0,
  0.5,
  1e21,
  -1e21,
  1e308,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 63,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  5e-324,
);

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Any JSON value that fits nowhere, or nearly everywhere. */
export const arbHostileValue: fc.Arbitrary<unknown> = fc.oneof(
  arbHostileText,
  arbHostileNumber,
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { toString: 'x' }, { length: 5 }),
  fc.constantFrom(10, 200, 3000).map(deep),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Bodies that are not JSON, or only nearly. */
export const arbBrokenBody: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '{',
    '{"a":1,}',
    '[1,2',
    'undefined',
    'NaN',
    '{"to":1e999}',
    '\uFEFF{}',
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{}}}',
    '"text"',
    'null',
    '5',
    '',
    ' ',
    '{"a":1}{"b":2}',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constant(`{"x":"${'y'.repeat(300_000)}"}`),
  fc.constant(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
);
