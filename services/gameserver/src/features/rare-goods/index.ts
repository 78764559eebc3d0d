export { presentRareBuyer } from './rare-goods.presenter.ts';
export { deleteRareDays } from './rare-goods.repository.ts';
export { registerRareGoodsRoutes } from './rare-goods.routes.ts';
