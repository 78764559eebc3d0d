import type { z } from 'zod';
import * as access from './http/admin-access.ts';
import * as analytics from './http/admin-analytics.ts';
import * as audit from './http/admin-audit.ts';
import * as operations from './http/admin-operations.ts';
import * as players from './http/admin-players.ts';
import * as regions from './http/admin-regions.ts';
import * as scopes from './http/admin-scopes.ts';
import * as security from './http/admin-security.ts';
import * as system from './http/admin-system.ts';
import * as users from './http/admin-users.ts';
import * as auth from './http/auth.ts';
import * as journeys from './http/journeys.ts';
import * as mfa from './http/mfa.ts';

/** Every endpoint of the console; a separate entry, so the player bundle cannot contain admin shapes. */
export const ADMIN_ENDPOINTS = {
  adminLogin: auth.adminLogin,
  adminRefresh: auth.adminRefresh,
  adminLogout: auth.adminLogout,
  createAdminRegionToken: journeys.createAdminRegionToken,
  changePassword: auth.changePassword,
  createSocketTicket: auth.createSocketTicket,
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
  listUsers: users.listUsers,
  getUser: users.getUser,
  revealEmail: users.revealEmail,
  createUser: users.createUser,
  suspendUser: users.suspendUser,
  banUser: users.banUser,
  restoreUser: users.restoreUser,
  resetPassword: users.resetPassword,
  revokeUserSessions: users.revokeUserSessions,
  deleteUser: users.deleteUser,
  getScopes: scopes.getScopes,
  listAdmins: scopes.listAdmins,
  grantScope: scopes.grantScope,
  revokeScope: scopes.revokeScope,
  grantRole: scopes.grantRole,
  listAlerts: security.listAlerts,
  updateAlert: security.updateAlert,
  listBlocks: security.listBlocks,
  createBlock: security.createBlock,
  liftBlock: security.liftBlock,
  adminVerifyMfa: mfa.adminVerifyMfa,
  getMfa: mfa.getMfa,
  setUpMfa: mfa.setUpMfa,
  confirmMfa: mfa.confirmMfa,
  renewBackupCodes: mfa.renewBackupCodes,
  disableMfa: mfa.disableMfa,
  getSystemHealth: system.getSystemHealth,
  getDevMails: system.getDevMails,
  listPlayers: players.listPlayers,
  getPlayerDossier: players.getPlayerDossier,
  listPlayerLedger: players.listPlayerLedger,
  listPlayerTimeline: players.listPlayerTimeline,
  adjustCredits: players.adjustCredits,
  adjustTurns: players.adjustTurns,
  teleportPlayer: players.teleportPlayer,
  mutePlayer: players.mutePlayer,
  listJobs: operations.listJobs,
  runJobNow: operations.runJobNow,
  changeJob: operations.changeJob,
  getRealtimeStats: operations.getRealtimeStats,
  closeConnection: operations.closeConnection,
  listBroadcasts: operations.listBroadcasts,
  sendBroadcast: operations.sendBroadcast,
  getMaintenance: operations.getMaintenance,
  setMaintenance: operations.setMaintenance,
  setMotd: operations.setMotd,
  getConfiguration: operations.getConfiguration,
} as const;

export type AdminSession = z.output<(typeof access.getAdminSession)['reply']>;
export type UserRow = z.output<(typeof users.listUsers)['reply']>['items'][number];
export type UserDetail = z.output<typeof users.userDetail>;
export type AdminHolder = z.output<(typeof scopes.listAdmins)['reply']>['items'][number];
export type SecurityAlert = z.output<(typeof security.listAlerts)['reply']>['items'][number];
export type AddressBlock = z.output<(typeof security.listBlocks)['reply']>['items'][number];
export type AuditRow = z.output<(typeof audit.listAudit)['reply']>['items'][number];
export type AuditDetail = z.output<(typeof audit.getAudit)['reply']>;
export type AuditVerification = z.output<(typeof audit.verifyAudit)['reply']>;
export type AdminRegion = z.output<typeof regions.adminRegion>;
export type AdminRegionDetail = z.output<typeof regions.adminRegionDetail>;
export type SystemHealth = z.output<typeof system.systemHealth>;
export * from './http/admin-analytics.ts';
export * from './http/admin-operations.ts';
export * from './http/admin-players.ts';
export * from './http/admin-system.ts';
export * from './socket/admin-events.ts';
