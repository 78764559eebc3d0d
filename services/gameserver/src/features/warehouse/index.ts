export { clearRegionWarehouses, collectRents } from './collect-rent.service.ts';
export { presentWarehouse } from './warehouse.presenter.ts';
export { registerWarehouseRoutes } from './warehouse.routes.ts';
