/**
 * What is named after a region (rule book, platform 9.2). Names hold no underscore, so exchanging hyphens for
 * underscores keeps different names different.
 */
const underscored = (name: string): string => name.replaceAll('-', '_');

export const hostOf = (name: string): string => `region-${name}-server`;
export const databaseOf = (name: string): string => `region_${underscored(name)}`;
export const roleOf = (name: string): string => `region_${underscored(name)}_app`;
export const redisUserOf = (name: string): string => `region_${underscored(name)}`;
export const redisPrefixOf = (name: string): string => `r:${name}:`;
export const dataVolumeOf = (name: string): string => `sw_region_${underscored(name)}_data`;
export const secretVolumeOf = (name: string): string => `sw_region_${underscored(name)}_secrets`;
