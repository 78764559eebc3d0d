export { findAvoided, findBookmarks, findMarksOn, findNotes } from './marks.repository.ts';
export { registerMarksRoutes } from './marks.routes.ts';
