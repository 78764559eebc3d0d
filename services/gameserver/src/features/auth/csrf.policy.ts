import type { OriginAllowList } from '@sw/service-kit';
import type { Audience } from './auth-parts.ts';

/** What a browser says about the page a request came from. */
export interface RequestSource {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly client: string | undefined;
}

/**
 * Whether a request that acts by its cookie alone came from a page of ours: an allowed `Origin` or
 * `Sec-Fetch-Site: same-origin`, and the header no foreign page can send without asking (rule book,
 * platform 4). Where the console has a host of its own, its cookie works from there only and the players'
 * cookie from everywhere else.
 */
export const isOwnPage = (
  source: RequestSource,
  audience: Audience,
  origins: OriginAllowList,
  adminOrigin: string | null,
): boolean => {
  if (source.client !== 'web') return false;
  if (adminOrigin !== null && (audience === 'admin') !== (source.origin === adminOrigin)) return false;
  return origins.allows(source.origin) || source.fetchSite === 'same-origin';
};
