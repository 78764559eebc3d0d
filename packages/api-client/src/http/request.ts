import type { EndpointDeclaration } from '@sw/contracts';
import type { LooseArgs } from './call-types.ts';

type Schema = NonNullable<EndpointDeclaration['body']>;
type ObjectSchema = NonNullable<EndpointDeclaration['query']>;

const isObjectSchema = (schema: Schema): schema is ObjectSchema => schema.def.type === 'object';

const unwrapDefault = (schema: Schema): Schema => {
  const def = schema.def as { readonly type: string; readonly innerType?: Schema };
  return def.type === 'default' && def.innerType !== undefined ? def.innerType : schema;
};

/**
 * Encodes member by member instead of the whole object, because encoding a whole object demands
 * the members that have a default; left out, the server fills them in. An unknown member passes
 * on unchanged: refusing it is the server's business.
 */
const encodeMembers = (schema: ObjectSchema, value: Record<string, unknown>): Record<string, unknown> => {
  const encoded: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const memberSchema = schema.shape[name] as Schema | undefined;
    encoded[name] = memberSchema === undefined ? member : memberSchema.encode(member);
  }
  return encoded;
};

/** Decoded value → wire value (bigint credits become JSON integers). */
export const encodeValue = (schema: Schema, value: unknown): unknown => {
  const inner = unwrapDefault(schema);
  return isObjectSchema(inner) && typeof value === 'object' && value !== null
    ? encodeMembers(inner, value as Record<string, unknown>)
    : inner.encode(value);
};

const queryString = (declaration: EndpointDeclaration, args: LooseArgs): string => {
  if (declaration.query === undefined || args.query === undefined) return '';
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(encodeMembers(declaration.query, args.query))) {
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};

/** Path below the API base, with parameters filled in and the query appended. */
export const targetOf = (declaration: EndpointDeclaration, args: LooseArgs): string => {
  const path = declaration.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(args.params?.[name])),
  );
  return path + queryString(declaration, args);
};

/** JSON text of the body; undefined when the endpoint takes none. */
export const bodyOf = (declaration: EndpointDeclaration, args: LooseArgs): string | undefined =>
  declaration.body === undefined ? undefined : JSON.stringify(encodeValue(declaration.body, args.body ?? {}));
