import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { EndpointDeclaration } from './endpoint.ts';
import { isErrorCode } from './errors.ts';
import { provisionRequest, REGION_MANAGER_ENDPOINTS, regionResources } from './region-manager.ts';

const all: readonly EndpointDeclaration[] = Object.values(REGION_MANAGER_ENDPOINTS);
const owner = '01890000-0000-7000-8000-000000000001';

describe('the API of the region-manager', () => {
  it('has the paths of the rule book', () => {
    expect(all.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /regions/provision',
      'DELETE /regions/{name}',
      'POST /regions/{name}/scale',
      'POST /regions/{name}/restart',
      'POST /regions/{name}/suspend',
      'POST /regions/{name}/resume',
      'POST /regions/{name}/upgrade',
      'GET /regions',
      'GET /regions/{name}',
      'GET /operations/{id}',
      'GET /metrics',
      'GET /health',
    ]);
  });

  it('asks for a service token with a scope, but for health and metrics', () => {
    const isOpen = ({ path }: EndpointDeclaration) => path === '/health' || path === '/metrics';
    expect(all.filter((e) => !isOpen(e) && (e.auth !== 'service' || e.scope !== 'regions.manage'))).toEqual(
      [],
    );
    expect(all.filter((e) => isOpen(e) && e.auth !== 'public')).toEqual([]);
  });

  it('lists registered codes and can be written as JSON Schema', () => {
    expect(all.flatMap(({ errors }) => errors.filter((code) => !isErrorCode(code)))).toEqual([]);
    for (const { reply } of all) if (reply !== undefined) z.toJSONSchema(reply, { io: 'input' });
  });

  it('fills in what a request for a region leaves open', () => {
    expect(provisionRequest.parse({ name: 'kepler', displayName: ' Kepler ', ownerUserId: owner })).toEqual({
      name: 'kepler',
      displayName: 'Kepler',
      ownerUserId: owner,
      totalSectors: 500,
      resources: {},
      maxPlayers: 100,
    });
  });

  it.each([
    { cpuCores: 0.5, memoryGb: 4, diskGb: 20 },
    { cpuCores: 8.5, memoryGb: 4, diskGb: 20 },
    { cpuCores: 1.3, memoryGb: 4, diskGb: 20 },
    { cpuCores: 2, memoryGb: 1, diskGb: 20 },
    { cpuCores: 2, memoryGb: 17, diskGb: 20 },
    { cpuCores: 2, memoryGb: 2.5, diskGb: 20 },
    { cpuCores: 2, memoryGb: 4, diskGb: 9 },
    { cpuCores: 2, memoryGb: 4, diskGb: 101 },
    { cpuCores: Number.NaN, memoryGb: 4, diskGb: 20 },
    { cpuCores: 2, memoryGb: 4, diskGb: 20, gpu: 1 },
  ])('refuses resources nobody may have: %j', (resources) => {
    expect(regionResources.safeParse(resources).success).toBe(false);
  });
});
