import type { RegionKind } from '../universe/types.ts';
import type { Chart } from './chart.ts';
import { emptyChart, learn } from './chart.ts';

/** What of a region decides about its public chart. */
export interface PublicRegion {
  readonly kind: RegionKind;
  readonly sectorCount: number;
  /** Last number of the Federation zone; 0 in the Nexus. */
  readonly federationEnd: number;
  /** Region-side end of the Nexus link; null in the Nexus. */
  readonly gatewayNumber: number | null;
  readonly hubNumbers: readonly number[];
  /** Nexus ends of active links. */
  readonly linkEndNumbers: readonly number[];
  /** The owner's setting; Terran Space is always public. */
  readonly hasPublicChart: boolean;
  /** Numbers in the same region that visible warps of a sector lead to. */
  readonly exitsOf: (sectorNumber: number) => readonly number[];
}

/**
 * What everybody knows of an active region (rule book, world 7.1), as a chart to merge with a player's own: scanned
 * are the Federation zone of Terran Space and of regions with a public chart, capital and gateway of every region,
 * Nexus hubs (with their trunks) and link ends; the targets of their visible warps are charted.
 */
export function publicChart(region: PublicRegion): Chart {
  const isFederationPublic = region.kind === 'terran_space' || region.hasPublicChart;
  const federation =
    region.kind === 'central_nexus' || !isFederationPublic
      ? []
      : Array.from({ length: region.federationEnd }, (_, index) => index + 1);
  const ends =
    region.kind === 'central_nexus'
      ? [...region.hubNumbers, ...region.linkEndNumbers]
      : [1, ...(region.gatewayNumber === null ? [] : [region.gatewayNumber])];
  const scanned = [...new Set([...federation, ...ends])];
  const charted = scanned.flatMap((number) => region.exitsOf(number));
  return learn(emptyChart(region.sectorCount), { scanned, charted }).chart;
}
