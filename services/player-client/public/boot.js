/* Applies the mirrored display settings before the first paint, so that no theme flashes.
   A file of its own because the content security policy allows no inline script. */
(() => {
  const root = document.documentElement;
  try {
    const saved = JSON.parse(localStorage.getItem('sw.settings') || '{}');
    if (/^(cockpit|daylight|contrast|terminal)$/.test(saved.theme)) root.dataset.theme = saved.theme;
    else if (matchMedia('(prefers-contrast: more)').matches) root.dataset.theme = 'contrast';
    if (/^(comfortable|compact|dense)$/.test(saved.density)) root.dataset.density = saved.density;
    else if (innerWidth < 1280) root.dataset.density = 'comfortable';
    if (saved.textScale >= 80 && saved.textScale <= 200) {
      root.style.setProperty('--text-scale', String(saved.textScale / 100));
    }
    if (saved.motion === 'reduced' || saved.motion === 'full') root.dataset.motion = saved.motion;
    if (saved.keyHints === false) root.dataset.hints = 'off';
  } catch (_) {
    /* Storage may be closed to us: the defaults in the document stand. */
  }
})();
