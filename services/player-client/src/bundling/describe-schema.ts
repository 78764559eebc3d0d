import type { Shape } from './shape.ts';

/** As much of a schema of the contracts as its shape needs; they are read structurally. */
interface SchemaLike {
  readonly _zod: { readonly def: SchemaDef };
}

interface SchemaDef {
  readonly type: string;
  readonly shape?: Readonly<Record<string, SchemaLike>>;
  readonly element?: SchemaLike;
  readonly innerType?: SchemaLike;
  readonly valueType?: SchemaLike;
  readonly options?: readonly SchemaLike[];
  readonly out?: SchemaLike;
}

/** Kinds that only wrap another one: what is wrapped decides. */
const WRAPPERS = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional']);
/** Kinds without parts: the same on the wire and in code. */
const LEAVES = new Set([
  'string',
  'number',
  'int',
  'boolean',
  'enum',
  'literal',
  'unknown',
  'any',
  'null',
  'bigint',
]);

/** One shape for several that may stand in the same place; they must not contradict each other. */
function merge(a: Shape, b: Shape): Shape {
  if (a === null) return b;
  if (b === null || JSON.stringify(a) === JSON.stringify(b)) return a;
  if (a !== 'credits' && b !== 'credits' && 'object' in a && 'object' in b) {
    const names = new Set([...Object.keys(a.object), ...Object.keys(b.object)]);
    const object: Record<string, Shape> = {};
    for (const name of names) object[name] = merge(a.object[name] ?? null, b.object[name] ?? null);
    return { object };
  }
  throw new Error('Two forms of one message hold credits in contradicting places');
}

/** Where a schema holds credits. Throws for a kind of schema it does not know, so that nothing is missed silently. */
export function describeSchema(schema: SchemaLike): Shape {
  const { def } = schema._zod;
  if (LEAVES.has(def.type)) return null;
  if (WRAPPERS.has(def.type) && def.innerType !== undefined) return describeSchema(def.innerType);
  switch (def.type) {
    case 'pipe':
      if (def.out?._zod.def.type === 'bigint') return 'credits';
      throw new Error('Only credits may be written differently on the wire');
    case 'array':
    case 'record': {
      const part = def.element ?? def.valueType;
      const each = part === undefined ? null : describeSchema(part);
      return each === null ? null : { each };
    }
    case 'object': {
      const members = Object.entries(def.shape ?? {})
        .map(([name, member]) => [name, describeSchema(member)] as const)
        .filter(([, shape]) => shape !== null);
      return members.length === 0 ? null : { object: Object.fromEntries(members) };
    }
    case 'union':
      return (def.options ?? []).map(describeSchema).reduce(merge, null);
    default:
      throw new Error(`A schema of kind ${def.type} is not known here`);
  }
}
