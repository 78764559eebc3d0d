import * as contracts from '@sw/contracts';
import { commodityKey, ledgerAccount, ledgerKind, logCategory } from '@sw/contracts';
import { ACCOUNT_ENDPOINTS } from '@sw/contracts/account';
import { describeSchema } from './describe-schema.ts';
import type { Shape } from './shape.ts';
import type { WireEndpoint } from './wire-contracts.ts';

type SchemaLike = Parameters<typeof describeSchema>[0];

interface Declaration {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly auth: string;
  readonly rateClass: string;
  readonly idempotency: string;
  readonly etag?: boolean;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly reply?: unknown;
}

const shapeOf = (schema: unknown): Shape => describeSchema(schema as SchemaLike);

/** What the built client needs of a declaration. */
export function wireEndpoint(declaration: Declaration): WireEndpoint {
  const { id, method, path, auth, rateClass, idempotency, etag = false, query, body, reply } = declaration;
  return {
    id,
    method,
    path,
    auth,
    rateClass,
    idempotency,
    etag,
    ...(query === undefined ? {} : { query: shapeOf(query) }),
    ...(body === undefined ? {} : { body: shapeOf(body) }),
    ...(reply === undefined ? {} : { reply: shapeOf(reply) }),
  };
}

/** Every event with the shape of its data. */
export function wireEvents(): Readonly<Record<string, Shape>> {
  return Object.fromEntries(
    Object.entries(contracts.EVENTS).map(([type, schema]) => [type, shapeOf(schema)]),
  );
}

/** Closed lists whose values the client shows as choices. */
const CLOSED_LISTS = { commodityKey, ledgerAccount, ledgerKind, logCategory };

const json = (value: unknown) => JSON.stringify(value);

const wireTable = (declarations: Readonly<Record<string, Declaration>>) =>
  Object.fromEntries(
    Object.entries(declarations).map(([name, declaration]) => [name, wireEndpoint(declaration)]),
  );

/** The same for `@sw/contracts/account`, which only the pages about the account load. */
export function accountModule(runtime: string): string {
  return `
import { endpointOf } from ${json(runtime)};
const table = ${json(wireTable(ACCOUNT_ENDPOINTS))};
export const ACCOUNT_ENDPOINTS = /* @__PURE__ */ Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, endpointOf(entry)]));
`;
}

/** The source of the module that stands for `@sw/contracts` in a build; `runtime` is where its functions are. */
export function wireModule(runtime: string): string {
  const endpoints = wireTable(contracts.PLAYER_ENDPOINTS);
  return `
import { endpointOf, eventOf } from ${json(runtime)};
export { problem, serverEnvelope } from ${json(runtime)};
const map = (table, make) => Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, make(entry)]));
export const PLAYER_ENDPOINTS = /* @__PURE__ */ map(${json(endpoints)}, endpointOf);
export const { login, logout, refresh } = PLAYER_ENDPOINTS;
export const EVENTS = /* @__PURE__ */ map(${json(wireEvents())}, eventOf);
export const ERROR_CODES = ${json(contracts.ERROR_CODES)};
const codes = new Set(ERROR_CODES);
export const isErrorCode = (code) => codes.has(code);
export const CLOSE_CODES = ${json(contracts.CLOSE_CODES)};
export const NO_RECONNECT = ${json(contracts.NO_RECONNECT)};
${Object.entries(CLOSED_LISTS)
  .map(([name, { options }]) => `export const ${name} = ${json({ options })};`)
  .join('\n')}
`;
}

interface BuildPlugin {
  readonly name: string;
  readonly apply: 'build';
  readonly enforce: 'pre';
  resolveId(id: string): string | null;
  load(id: string): string | null;
  transform(code: string, id: string): { readonly code: string; readonly map: null } | null;
}

const CONTRACTS = '\0wire-contracts';
const ACCOUNT = '\0wire-account';
const ICU = '\0icu-format';
const I18NEXT = '\0lean-i18next';
const REACT_I18NEXT = '\0lean-react-i18next';

/** What the sources import → what a build puts there. */
const REPLACED: Readonly<Record<string, string>> = {
  '@sw/contracts': CONTRACTS,
  '@sw/contracts/account': ACCOUNT,
  i18next: I18NEXT,
  'i18next-icu': ICU,
  'react-i18next': REACT_I18NEXT,
};

/** The 3D library still makes a clock that three has deprecated: nobody who plays can act on being told so. */
const CLOCK_WARNING = /^\s*warn\( 'Clock: [^']*' \);.*$/m;

/**
 * What a build leaves out (rule book, front ends 5.2). `@sw/contracts` becomes a small table made from the
 * contracts themselves: paths, methods and where credits stand; its schemas, a fifth of the first load,
 * check replies in development and in tests only. `i18next`, `react-i18next` and `i18next-icu` become the
 * part of them that the catalogues and screens use. Tests hold all to the same results; a name that is not
 * offered fails the build. `folder` is where the replacements are.
 */
export function leanForBrowsers(folder: string): BuildPlugin {
  const sources: Readonly<Record<string, () => string>> = {
    [CONTRACTS]: () => wireModule(`${folder}/wire-contracts.ts`),
    [ACCOUNT]: () => accountModule(`${folder}/wire-contracts.ts`),
    [ICU]: () => `export { IcuFormat as default } from ${JSON.stringify(`${folder}/icu-format.ts`)};`,
    [I18NEXT]: () => `export { createInstance } from ${JSON.stringify(`${folder}/lean-i18next.ts`)};`,
    [REACT_I18NEXT]: () =>
      `export { I18nextProvider, initReactI18next, useTranslation } from ${JSON.stringify(`${folder}/lean-react-i18next.tsx`)};`,
  };
  return {
    name: 'lean-for-browsers',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => REPLACED[id] ?? null,
    load: (id) => sources[id]?.() ?? null,
    transform: (code, id) =>
      id.includes('/three/build/three.core') && CLOCK_WARNING.test(code)
        ? { code: code.replace(CLOCK_WARNING, ''), map: null }
        : null,
  };
}
