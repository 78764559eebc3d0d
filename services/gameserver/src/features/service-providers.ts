import { presentBank } from './bank/index.ts';
import { presentIntelligence } from './intelligence/index.ts';
import { presentRareBuyer } from './rare-goods/index.ts';
import { presentRefinery } from './refining/index.ts';
import type { ServiceProviders } from './services/index.ts';
import { SHIP_COUNTERS } from './ships/index.ts';
import { presentBoardCounter } from './station-contracts/index.ts';
import { presentWarehouse } from './warehouse/index.ts';

/** Which feature draws which counter of a station. */
export const SERVICE_PROVIDERS: ServiceProviders = {
  bank: presentBank,
  contract_board: presentBoardCounter,
  ...SHIP_COUNTERS,
  warehouse: presentWarehouse,
  market_intelligence: presentIntelligence,
  refining_facility: presentRefinery,
  rare_buyer: presentRareBuyer,
};
