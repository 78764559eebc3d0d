export { AlertList } from './AlertList.tsx';
export { PriceWatch } from './PriceWatch.tsx';
