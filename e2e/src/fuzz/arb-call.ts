import type { EndpointDeclaration } from '@sw/contracts';
import fc from 'fast-check';
import type { Call, Persona } from './call.ts';
import { arbBrokenBody, arbHostileText } from './hostile-values.ts';
import { schemaOf } from './json-schema.ts';
import { arbSpoiled } from './spoil.ts';
import type { KnownIds } from './valid-values.ts';
import { arbValid } from './valid-values.ts';

const LONGEST_TARGET = 6_000;

type Mood = 'valid' | 'invalid' | 'hostile';

const arbMood: fc.Arbitrary<Mood> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('valid' as const) },
  { weight: 3, arbitrary: fc.constant('invalid' as const) },
  { weight: 2, arbitrary: fc.constant('hostile' as const) },
);

const arbPersona = (declaration: EndpointDeclaration): fc.Arbitrary<Persona> => {
  const fitting: Persona = declaration.auth === 'admin' ? 'admin' : 'player';
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(fitting) },
    { weight: 3, arbitrary: fc.constantFrom<Persona>('anonymous', 'other', 'open', 'admin', 'player') },
  );
};

/** JSON of a value; what JSON cannot carry (a half surrogate is kept, undefined is not) becomes null. */
const toJson = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** Percent-encodes anything: a half surrogate has no encoding of its own. */
const encode = (value: unknown): string =>
  encodeURIComponent((typeof value === 'string' ? value : toJson(value)).toWellFormed());

const arbPart = (
  declaration: EndpointDeclaration,
  part: 'params' | 'query',
  mood: Mood,
  known: KnownIds,
): fc.Arbitrary<Record<string, unknown>> => {
  const schema = schemaOf(declaration, part) ?? { type: 'object' };
  const valid = arbValid(schema, known);
  const members = (mood === 'valid' ? valid : arbSpoiled(valid)) as fc.Arbitrary<unknown>;
  return members.map((value) =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { junk: value },
  );
};

const fillPath = (path: string, params: Record<string, unknown>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encode(Object.hasOwn(params, name) ? params[name] : ''));

const toQuery = (query: Record<string, unknown>): string => {
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

/** Broken escapes and dot segments, appended as they are: the server must answer them, too. */
const arbRawPath: fc.Arbitrary<string> = fc.constantFrom(
  '/%',
  '/%zz',
  '/%ff',
  '/..%2f..%2f',
  '//',
  '/%00',
  '/\u00e9',
);

const arbTarget = (declaration: EndpointDeclaration, mood: Mood, known: KnownIds): fc.Arbitrary<string> =>
  fc
    .tuple(
      arbPart(declaration, 'params', mood === 'hostile' ? 'invalid' : 'valid', known),
      arbPart(declaration, 'query', mood, known),
      mood === 'hostile' ? fc.oneof(arbRawPath, fc.constant('')) : fc.constant(''),
    )
    .map(([params, query, raw]) => fillPath(declaration.path, params) + raw + toQuery(query))
    // Node itself refuses more than 16 KiB of head before the game sees anything.
    .map((target) => target.slice(0, LONGEST_TARGET).replace(/%[0-9A-Fa-f]?$/, ''));

const arbBody = (
  declaration: EndpointDeclaration,
  mood: Mood,
  known: KnownIds,
): fc.Arbitrary<string | undefined> => {
  const schema = schemaOf(declaration, 'body');
  if (declaration.method === 'GET') return fc.constant(undefined);
  if (schema === undefined)
    return mood === 'valid' ? fc.constant(undefined) : fc.option(arbBrokenBody, { nil: undefined });
  const valid = arbValid(schema, known);
  if (mood === 'valid') return valid.map(toJson);
  return mood === 'invalid' ? arbSpoiled(valid).map(toJson) : arbBrokenBody;
};

/** Header values are Latin-1 without control characters: the client could not even send others. */
const asHeader = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]/g, '?')
    .trim()
    .slice(0, 1000);

const arbHostileHeader = arbHostileText.map(asHeader);

const arbHeaders = (declaration: EndpointDeclaration, mood: Mood): fc.Arbitrary<Record<string, string>> => {
  const key = fc.uuid({ version: 7 });
  const isCookie = declaration.auth === 'cookie';
  const fitting: Record<string, fc.Arbitrary<string>> = {
    ...(declaration.idempotency === 'required' ? { 'idempotency-key': key } : {}),
    ...(declaration.body === undefined ? {} : { 'content-type': fc.constant('application/json') }),
    ...(isCookie ? { 'x-sw-client': fc.constant('web') } : {}),
  };
  if (mood === 'valid') return fc.record(fitting);
  return fc.record<Record<string, string>>(
    {
      ...fitting,
      'idempotency-key': fc.oneof(key, arbHostileHeader),
      'content-type': fc.constantFrom(
        'application/json',
        'text/plain',
        'application/xml',
        'application/json; charset=utf-7',
        'multipart/form-data',
      ),
      'if-match': arbHostileHeader,
      'if-none-match': arbHostileHeader,
      'x-request-id': arbHostileHeader,
      'x-region-name': arbHostileHeader,
      'x-forwarded-for': arbHostileHeader,
      origin: fc.constantFrom('https://evil.example', 'null'),
      cookie: arbHostileHeader.map((text) => `sw_rt=${text}; sw_rta=${text}`),
      authorization: arbHostileHeader.map((text) => `Bearer ${text}`),
      'accept-encoding': fc.constantFrom('identity', 'gzip;q=0', '*;q=0'),
    },
    { requiredKeys: Object.keys(fitting) },
  );
};

/** Calls of one endpoint: mostly fitting, else spoiled in one part or hostile in several. */
const arbCallOf = (name: string, declaration: EndpointDeclaration, known: KnownIds): fc.Arbitrary<Call> =>
  fc.record({ target: arbMood, body: arbMood, headers: arbMood }).chain((moods) =>
    fc.record({
      endpoint: fc.constant(name),
      method: fc.constant(declaration.method as string),
      target: arbTarget(declaration, moods.target, known),
      persona: arbPersona(declaration),
      headers: arbHeaders(declaration, moods.headers),
      body: arbBody(declaration, moods.body, known),
    }),
  );

/** Calls of all endpoints, each as likely as any other. */
export const arbCall = (
  endpoints: Readonly<Record<string, EndpointDeclaration>>,
  known: KnownIds,
): fc.Arbitrary<Call> =>
  fc.oneof(...Object.entries(endpoints).map(([name, declaration]) => arbCallOf(name, declaration, known)));
