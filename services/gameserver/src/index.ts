export { type AppOptions, buildApp, type GameApp } from './app.ts';
export { verifyAudit } from './audit/verify.ts';
export { loadConfig } from './config.ts';
export { createDemoPlayers, type DemoPlayer, resetAdmin } from './features/auth/index.ts';
export { type AuditFinding, auditLedger, type LedgerAudit, resumeEconomy } from './ledger/audit.ts';
export { type RunningServer, type StartOptions, startGameServer } from './main.ts';
export { MIGRATIONS_DIR } from './prepare-database.ts';
