import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { assistPod } from './assist.service.ts';
import { abandonShip, activateShip, defuseShip, renameShip, selfDestruct } from './boarding.service.ts';
import { jettisonCargo, transferCargo } from './cargo.service.ts';
import { claimShip } from './claim.service.ts';
import { purchaseShip, sellShip } from './dealer.service.ts';
import { insureShip, readInsuranceQuotes } from './insurance.service.ts';
import { borrowShip, rescuePod } from './pod.service.ts';
import {
  installEquipment,
  readEquipment,
  readUpgrades,
  removeEquipment,
  upgradeShip,
} from './refit.service.ts';
import { readRegistry, readShip, readShips } from './ships.service.ts';
import { castOff, takeInTow } from './tow.service.ts';
import { readShipTypes } from './types.service.ts';
import { handleKit, repairShip } from './upkeep.service.ts';

/** Ships: the catalogue, the fleet of a player, and everything he may do with it. */
export const registerShipRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.listShipTypes, ({ caller, query, nowMs }) =>
    readShipTypes(deps, caller.playerId, query, nowMs),
  );
  bind(PLAYER_ENDPOINTS.listShips, ({ caller, nowMs }) => readShips(deps, caller.playerId, nowMs));
  bind(PLAYER_ENDPOINTS.getShip, ({ caller, params, nowMs }) =>
    readShip(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.getRegistry, ({ params }) => readRegistry(deps, params.registration));
  bind(PLAYER_ENDPOINTS.purchaseShip, (context) => purchaseShip(deps, context));
  bind(PLAYER_ENDPOINTS.sellShip, (context) => sellShip(deps, context));
  bind(PLAYER_ENDPOINTS.activateShip, (context) => activateShip(deps, context));
  bind(PLAYER_ENDPOINTS.patchShip, (context) => renameShip(deps, context));
  bind(PLAYER_ENDPOINTS.abandonShip, (context) => abandonShip(deps, context));
  bind(PLAYER_ENDPOINTS.selfDestruct, (context) => selfDestruct(deps, context));
  bind(PLAYER_ENDPOINTS.defuseShip, (context) => defuseShip(deps, context));
  bind(PLAYER_ENDPOINTS.claimShip, (context) => claimShip(deps, context));
  bind(PLAYER_ENDPOINTS.towShip, (context) => takeInTow(deps, context));
  bind(PLAYER_ENDPOINTS.castOff, (context) => castOff(deps, context));
  bind(PLAYER_ENDPOINTS.listUpgrades, ({ caller, params, nowMs }) =>
    readUpgrades(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.upgradeShip, (context) => upgradeShip(deps, context));
  bind(PLAYER_ENDPOINTS.listEquipment, ({ caller, params, nowMs }) =>
    readEquipment(deps, caller.playerId, params.id, nowMs),
  );
  bind(PLAYER_ENDPOINTS.installEquipment, (context) => installEquipment(deps, context));
  bind(PLAYER_ENDPOINTS.removeEquipment, (context) => removeEquipment(deps, context));
  bind(PLAYER_ENDPOINTS.repairShip, (context) => repairShip(deps, context));
  bind(PLAYER_ENDPOINTS.handleKit, (context) => handleKit(deps, context));
  bind(PLAYER_ENDPOINTS.transferCargo, (context) => transferCargo(deps, context));
  bind(PLAYER_ENDPOINTS.jettisonCargo, (context) => jettisonCargo(deps, context));
  bind(PLAYER_ENDPOINTS.rescuePod, (context) => rescuePod(deps, context));
  bind(PLAYER_ENDPOINTS.assistPod, (context) => assistPod(deps, context));
  bind(PLAYER_ENDPOINTS.borrowShip, (context) => borrowShip(deps, context));
  bind(PLAYER_ENDPOINTS.listInsuranceQuotes, ({ caller, query, nowMs }) =>
    readInsuranceQuotes(deps, caller.playerId, query, nowMs),
  );
  bind(PLAYER_ENDPOINTS.insureShip, (context) => insureShip(deps, context));
};
