import type { EndpointDeclaration } from './endpoint.ts';
import * as journeys from './http/internal-journeys.ts';
import * as regions from './http/internal-regions.ts';

/**
 * Every endpoint that only services of the installation call, with a service token of audience `internal`
 * (rule book, platform 8.4, 15). An entry of its own: no browser bundle may contain it, and the gateway passes
 * none of it on.
 */
export const INTERNAL_ENDPOINTS = {
  getRegionCertificate: regions.getRegionCertificate,
  putRegionAttachment: regions.putRegionAttachment,
  deleteRegionAttachment: regions.deleteRegionAttachment,
  postRegionCounters: regions.postRegionCounters,
  reserveJourney: journeys.reserveJourney,
  moveJourney: journeys.moveJourney,
  arriveJourney: journeys.arriveJourney,
  completeJourney: journeys.completeJourney,
  returnJourney: journeys.returnJourney,
} as const satisfies Readonly<Record<string, EndpointDeclaration>>;

export * from './http/internal-journeys.ts';
export * from './http/internal-regions.ts';
