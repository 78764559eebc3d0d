/** How many marks of each kind a player keeps (rule book, frontends 5.6). */
export const MAX_BOOKMARKS = 200;
export const MAX_NOTES = 500;
export const MAX_AVOIDED = 200;
export const BOOKMARK_LABEL_MAX = 32;
/** Colours 0..7; the client paints them. */
export const BOOKMARK_COLOURS = 8;
export const NOTE_MAX = 500;
