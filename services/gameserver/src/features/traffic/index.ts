export { moveTraffic } from './move-traffic.service.ts';
export { planTraffic } from './plan-traffic.service.ts';
export { spawnTraffic } from './spawn.service.ts';
