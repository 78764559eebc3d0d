export type { SectorWindowProps } from './SectorWindow.tsx';
export { SectorWindow } from './SectorWindow.tsx';
export type {
  SceneContact,
  SceneMode,
  SceneNebula,
  ScenePlanet,
  SceneSelection,
  SceneStation,
  SceneTradeCode,
  SceneView,
  SceneWarp,
} from './scene-types.ts';
