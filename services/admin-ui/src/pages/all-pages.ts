import { accessPage } from '../features/access/access.page.ts';
import { auditPage } from '../features/audit/audit.page.ts';
import { operationsPage } from '../features/operations/operations.page.ts';
import { playersPage } from '../features/players/players.page.ts';
import { regionsPage } from '../features/regions/regions.page.ts';
import { securityPage } from '../features/security/security.page.ts';
import { systemPage } from '../features/system/system.page.ts';
import { usersPage } from '../features/users/users.page.ts';
import type { ConsolePage } from './console-page.ts';

/** Every page, in the order of the rail within its group. */
export const ALL_PAGES: readonly ConsolePage[] = [
  operationsPage,
  accessPage,
  auditPage,
  playersPage,
  regionsPage,
  securityPage,
  usersPage,
  systemPage,
];
