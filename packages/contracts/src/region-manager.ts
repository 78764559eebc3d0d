import * as endpoints from './region-manager/endpoints.ts';

/**
 * Every endpoint of the region-manager; a separate entry for the hub, the operator's command line and the
 * manager itself, never for a browser.
 */
export const REGION_MANAGER_ENDPOINTS = {
  provisionRegion: endpoints.provisionRegion,
  terminateRegion: endpoints.terminateRegion,
  scaleRegion: endpoints.scaleRegion,
  restartRegion: endpoints.restartRegion,
  suspendRegion: endpoints.suspendRegion,
  resumeRegion: endpoints.resumeRegion,
  upgradeRegion: endpoints.upgradeRegion,
  listManagedRegions: endpoints.listManagedRegions,
  getManagedRegion: endpoints.getManagedRegion,
  getOperation: endpoints.getOperation,
  getManagerMetrics: endpoints.getManagerMetrics,
  getManagerHealth: endpoints.getManagerHealth,
} as const;

/** Audience of the tokens its callers bring, and the scope that manages regions. */
export const REGION_MANAGER_AUDIENCE = 'region-manager';
export const REGION_MANAGER_SCOPE = 'regions.manage';

export * from './region-manager/endpoints.ts';
export * from './region-manager/names.ts';
export * from './region-manager/operation.ts';
export * from './region-manager/region.ts';
