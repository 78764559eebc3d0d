export { SectorWindow } from './SectorWindow.tsx';
export type { SceneMode, SceneSelection, SceneTradeCode, SceneView } from './scene-types.ts';
