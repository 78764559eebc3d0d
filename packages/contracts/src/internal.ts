import type { EndpointDeclaration } from './endpoint.ts';

/**
 * Every endpoint that only services of the installation call, with a service token of audience `internal`
 * (rule book, platform 8.4, 15). An entry of its own: no browser bundle may contain it, and the gateway passes
 * none of it on.
 */
export const INTERNAL_ENDPOINTS = {} as const satisfies Readonly<Record<string, EndpointDeclaration>>;
