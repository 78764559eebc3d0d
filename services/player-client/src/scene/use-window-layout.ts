import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';
import type { Box, Size } from './label-layout.ts';
import type { SceneComposition } from './scene-composition.ts';
import type { Frame } from './scene-frame.ts';
import type { SceneView } from './scene-types.ts';
import type { WindowLayout } from './window-layout.ts';
import { layOutWindow } from './window-layout.ts';

/**
 * Measures what was rendered and lays it out before it is painted. Elements
 * with `data-label` are labels, with `data-reserved` what labels must not
 * cover; both are looked for inside `root`. Fonts that arrive late and a new
 * text scale are measured again.
 */
export function useWindowLayout(
  root: RefObject<HTMLElement | null>,
  view: SceneView,
  composition: SceneComposition,
  frame: Frame,
): WindowLayout | null {
  const [layout, setLayout] = useState<WindowLayout | null>(null);
  useLayoutEffect(() => {
    const node = root.current;
    if (node === null || frame.width === 0) return;
    let isGone = false;
    const update = () => {
      if (isGone) return;
      setLayout(
        layOutWindow({
          view,
          composition,
          frame,
          sizes: measureLabels(node),
          reserved: measureReserved(node),
        }),
      );
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'data-density', 'style', 'lang'],
    });
    document.fonts?.ready.then(update, update);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [root, view, composition, frame]);
  return layout;
}

function measureLabels(root: HTMLElement): ReadonlyMap<string, Size> {
  const sizes = new Map<string, Size>();
  for (const label of root.querySelectorAll<HTMLElement>('[data-label]'))
    sizes.set(label.dataset['label'] ?? '', { width: label.offsetWidth, height: label.offsetHeight });
  return sizes;
}

function measureReserved(root: HTMLElement): readonly Box[] {
  const origin = root.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>('[data-reserved]')].map((element) => {
    const box = element.getBoundingClientRect();
    return {
      left: box.left - origin.left - 6,
      top: box.top - origin.top - 6,
      right: box.right - origin.left + 6,
      bottom: box.bottom - origin.top + 6,
    };
  });
}
