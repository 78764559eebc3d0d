import { auditPage } from '../features/audit/audit.page.ts';
import { regionsPage } from '../features/regions/regions.page.ts';
import { operationsPage } from '../features/system/operations.page.ts';
import type { ConsolePage } from './console-page.ts';

/** Every page, in the order of the rail within its group. */
export const ALL_PAGES: readonly ConsolePage[] = [operationsPage, regionsPage, auditPage];
