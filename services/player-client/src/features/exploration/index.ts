export { SectorActs, scanNeighbours } from './SectorCorner.tsx';
