export { carryTow, dockingTowOf, loadTowed, moorTow, unmoorTow } from './carry.ts';
export { derelictsSeen, dropTow, releasedFrom } from './release.ts';
export { clearTow, findTowed } from './towing.repository.ts';
