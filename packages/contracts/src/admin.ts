import type { z } from 'zod';
import * as access from './http/admin-access.ts';
import * as analytics from './http/admin-analytics.ts';
import * as audit from './http/admin-audit.ts';
import * as regions from './http/admin-regions.ts';
import * as system from './http/admin-system.ts';
import * as auth from './http/auth.ts';
import * as journeys from './http/journeys.ts';

/** Every endpoint of the console; a separate entry, so the player bundle cannot contain admin shapes. */
export const ADMIN_ENDPOINTS = {
  adminLogin: auth.adminLogin,
  adminRefresh: auth.adminRefresh,
  adminLogout: auth.adminLogout,
  createAdminRegionToken: journeys.createAdminRegionToken,
  changePassword: auth.changePassword,
  stepUp: auth.stepUp,
  getAdminSession: access.getAdminSession,
  noteExport: access.noteExport,
  getOverview: analytics.getOverview,
  getSeries: analytics.getSeries,
  getActivity: analytics.getActivity,
  listAudit: audit.listAudit,
  getAudit: audit.getAudit,
  verifyAudit: audit.verifyAudit,
  exportAudit: audit.exportAudit,
  listRegions: regions.listAdminRegions,
  getRegion: regions.getAdminRegion,
  createRegion: regions.createRegion,
  retryRegion: regions.retryRegion,
  suspendRegion: regions.suspendRegionByAdmin,
  resumeRegion: regions.resumeRegionByAdmin,
  terminateRegion: regions.terminateRegionByAdmin,
  transferRegion: regions.transferRegion,
  scaleRegion: regions.scaleRegionByAdmin,
  restartRegion: regions.restartRegionByAdmin,
  getSystemHealth: system.getSystemHealth,
} as const;

export type AdminSession = z.output<(typeof access.getAdminSession)['reply']>;
export type AuditRow = z.output<(typeof audit.listAudit)['reply']>['items'][number];
export type AuditDetail = z.output<(typeof audit.getAudit)['reply']>;
export type AuditVerification = z.output<(typeof audit.verifyAudit)['reply']>;
export type AdminRegion = z.output<typeof regions.adminRegion>;
export type AdminRegionDetail = z.output<typeof regions.adminRegionDetail>;
export type SystemHealth = z.output<typeof system.systemHealth>;
export * from './http/admin-analytics.ts';
export * from './http/admin-system.ts';
export * from './socket/admin-events.ts';
