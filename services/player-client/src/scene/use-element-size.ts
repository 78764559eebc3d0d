import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';
import type { Frame } from './scene-frame.ts';

/** The size of an element in whole pixels, following its changes; zero before it is laid out. */
export function useElementSize(element: RefObject<HTMLElement | null>): Frame {
  const [size, setSize] = useState<Frame>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return;
    const measure = () => {
      const width = Math.round(node.clientWidth);
      const height = Math.round(node.clientHeight);
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
