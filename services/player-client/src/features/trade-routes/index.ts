export { RouteFinder } from './RouteFinder.tsx';
