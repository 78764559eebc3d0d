import { parseAst } from 'vitest/node';

export interface ModuleImport {
  /** As written, e.g. `./types.ts` or `@sw/rules`. */
  readonly specifier: string;
  /** Nothing of it exists at run time. */
  readonly isTypeOnly: boolean;
}

type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * Everything a TypeScript module imports: import and re-export declarations, `import()` and types
 * written as `import('…').X`. Uses the parser that comes with the test runner, which reads TypeScript
 * and JSX without the compiler's API.
 *
 * @throws SyntaxError-like errors of the parser, with the position
 */
export const moduleImports = (path: string, source: string): readonly ModuleImport[] => {
  const imports: ModuleImport[] = [];
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), (node) => {
    const specifier = literalOf(node['source']);
    if (specifier !== undefined) imports.push({ specifier, isTypeOnly: isTypeOnly(node) });
  });
  return imports;
};

const visit = (value: unknown, see: (node: SyntaxNode) => void): void => {
  if (Array.isArray(value)) {
    for (const entry of value) visit(entry, see);
  } else if (isNode(value)) {
    see(value);
    for (const member of Object.values(value)) visit(member, see);
  }
};

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const literalOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;

/**
 * `import type`, `export type` and `import('…').X`. An import whose single names are marked `type` is
 * none of these: with `verbatimModuleSyntax` the module is still loaded.
 */
const isTypeOnly = (node: SyntaxNode): boolean =>
  node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type';
