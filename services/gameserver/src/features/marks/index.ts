export { findAvoided, findBookmarks, findNotes } from './marks.repository.ts';
export { registerMarksRoutes } from './marks.routes.ts';
