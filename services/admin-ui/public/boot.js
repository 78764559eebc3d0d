/* Applies the kept theme before the first paint, so that no light flashes into a dark room.
   A file of its own because the content security policy allows no inline script. */
(() => {
  const root = document.documentElement;
  let theme = null;
  try {
    theme = localStorage.getItem('sw.console.theme');
  } catch (_) {
    /* Storage may be closed to us: the system's preference stands. */
  }
  const isLight = theme ? theme === 'slate-light' : matchMedia('(prefers-color-scheme: light)').matches;
  root.dataset.theme = isLight ? 'slate-light' : 'slate';
})();
