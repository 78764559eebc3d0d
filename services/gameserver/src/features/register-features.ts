import type { Health } from '@sw/service-kit';
import type { FastifyInstance } from 'fastify';
import type { Registrar } from '../http/register.ts';
import { JOBS } from '../jobs/index.ts';
import type { Hub } from '../realtime/hub.ts';
import { registerAdminAccessRoutes } from './admin-access/index.ts';
import { registerAdminAuditRoutes } from './admin-audit/index.ts';
import { registerAdminPlayersRoutes } from './admin-players/index.ts';
import { registerAdminSecurityRoutes } from './admin-security/index.ts';
import { registerAdminSystemRoutes } from './admin-system/index.ts';
import { registerAdminUserRoutes } from './admin-users/index.ts';
import { registerAuthRoutes } from './auth/index.ts';
import { registerBankRoutes } from './bank/index.ts';
import { registerChatRoutes } from './chat/index.ts';
import { registerDossierRoutes } from './dossier/index.ts';
import { registerEventLogRoutes } from './event-log/index.ts';
import { registerExplorationRoutes } from './exploration/index.ts';
import { registerFirstLoginRoutes } from './first-login/index.ts';
import { registerIntelligenceRoutes } from './intelligence/index.ts';
import { registerInternalJourneyRoutes, registerJourneyRoutes } from './journeys/index.ts';
import { registerDevMailRoutes } from './mail/index.ts';
import { registerMapRoutes } from './map/index.ts';
import { registerMarksRoutes } from './marks/index.ts';
import { registerNavigationRoutes } from './navigation/index.ts';
import { registerNoticesRoutes } from './notices/index.ts';
import { registerOperationsRoutes } from './operations/index.ts';
import { registerPlayerRoutes } from './player/index.ts';
import { registerPriceAlertsRoutes } from './price-alerts/index.ts';
import { registerRareGoodsRoutes } from './rare-goods/index.ts';
import { registerRefiningRoutes } from './refining/index.ts';
import { registerAdminRegionRoutes, registerInternalRegionRoutes } from './regions/index.ts';
import { SERVICE_PROVIDERS } from './service-providers.ts';
import { registerServicesRoutes } from './services/index.ts';
import { registerSettingsRoutes } from './settings/index.ts';
import { registerShipRoutes } from './ships/index.ts';
import { registerStationContractRoutes } from './station-contracts/index.ts';
import { registerStatusRoutes } from './status/index.ts';
import { registerTradingRoutes } from './trading/index.ts';
import { registerWarehouseRoutes } from './warehouse/index.ts';
import { registerWreckRoutes } from './wrecks/index.ts';

/** Every feature of the game server puts its endpoints behind the edge here. */
export const registerFeatures = (
  registrar: Registrar,
  app: FastifyInstance,
  health: Health,
  hub: Hub,
): void => {
  registerStatusRoutes(registrar, app, () => health.isDraining());
  registerAuthRoutes(registrar);
  registerDevMailRoutes(registrar);
  registerPlayerRoutes(registrar);
  registerSettingsRoutes(registrar);
  registerFirstLoginRoutes(registrar);
  registerNavigationRoutes(registrar);
  registerJourneyRoutes(registrar);
  registerInternalJourneyRoutes(registrar);
  registerExplorationRoutes(registrar);
  registerDossierRoutes(registrar);
  registerMapRoutes(registrar);
  registerMarksRoutes(registrar);
  registerTradingRoutes(registrar);
  registerPriceAlertsRoutes(registrar);
  registerServicesRoutes(registrar, SERVICE_PROVIDERS);
  registerBankRoutes(registrar);
  registerEventLogRoutes(registrar);
  registerShipRoutes(registrar);
  registerWreckRoutes(registrar);
  registerStationContractRoutes(registrar);
  registerWarehouseRoutes(registrar);
  registerRareGoodsRoutes(registrar);
  registerRefiningRoutes(registrar);
  registerIntelligenceRoutes(registrar);
  registerChatRoutes(registrar);
  registerAdminAccessRoutes(registrar);
  registerInternalRegionRoutes(registrar);
  registerAdminAuditRoutes(registrar);
  registerAdminRegionRoutes(registrar);
  registerAdminUserRoutes(registrar);
  registerAdminSecurityRoutes(registrar);
  registerAdminSystemRoutes(registrar, hub);
  registerOperationsRoutes(registrar, JOBS);
  registerNoticesRoutes(registrar);
  registerAdminPlayersRoutes(registrar);
};
