import type { EndpointDeclaration } from '@sw/contracts';

/** The part of JSON Schema that contracts produce. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
}

type Part = 'params' | 'query' | 'body';

/** What a client may send as that part, by the contract; undefined when the endpoint has no such part. */
export const schemaOf = (declaration: EndpointDeclaration, part: Part): JsonSchema | undefined =>
  declaration[part]?.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as JsonSchema | undefined;
