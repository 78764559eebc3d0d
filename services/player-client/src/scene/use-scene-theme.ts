import { useEffect, useState } from 'react';

/** How the theme wants the picture: tokens `--scene-mode` and `--scene-ink`. */
export interface SceneTheme {
  /** 0 full, 1 one-bit dither, 2 dimmed. */
  readonly mode: number;
  /** The one colour of the dither, 0 to 1 as on screen. */
  readonly ink: readonly [number, number, number];
}

const PLAIN: SceneTheme = { mode: 0, ink: [1, 1, 1] };

function readTheme(): SceneTheme {
  const style = getComputedStyle(document.documentElement);
  const mode = Number(style.getPropertyValue('--scene-mode'));
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(
    style.getPropertyValue('--scene-ink').trim(),
  );
  const [red = 255, green = 255, blue = 255] = (digits ?? [])
    .slice(1)
    .map((pair) => Number.parseInt(pair, 16));
  return { mode: Number.isFinite(mode) ? mode : PLAIN.mode, ink: [red / 255, green / 255, blue / 255] };
}

/** The scene's part of the theme, following a change of the settings. */
export function useSceneTheme(): SceneTheme {
  const [theme, setTheme] = useState(PLAIN);
  useEffect(() => {
    const update = () => setTheme(readTheme());
    update();
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}
