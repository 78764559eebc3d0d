import type { ReconcilerRoot } from '@react-three/fiber';
import { createRoot, extend } from '@react-three/fiber';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Mesh } from 'three';
import type { Frame } from './scene-frame.ts';

// The only element of the scene. The library's own canvas component would take in all of three.
extend({ Mesh });

export interface SceneCanvasProps {
  readonly frame: Frame;
  /** Device pixels to a CSS pixel. */
  readonly dpr: number;
  readonly className?: string | undefined;
  /** No context could be made. */
  readonly onFail: () => void;
  readonly children: ReactNode;
}

/**
 * A canvas of the 3D library that draws on demand and listens to nothing. The
 * element is made anew with every mount, since unmounting gives its context back.
 */
export function SceneCanvas({ frame, dpr, className, onFail, children }: SceneCanvasProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<ReconcilerRoot<HTMLCanvasElement>>(null);

  useEffect(() => {
    const canvas = document.createElement('canvas');
    host.current?.append(canvas);
    const created = createRoot(canvas);
    root.current = created;
    return () => {
      root.current = null;
      created.unmount();
      canvas.remove();
    };
  }, []);

  useEffect(() => {
    root.current
      ?.configure({
        frameloop: 'demand',
        dpr,
        size: { ...frame, top: 0, left: 0 },
        flat: true,
        linear: true,
        gl: { antialias: false, alpha: false, depth: false, stencil: false, powerPreference: 'low-power' },
      })
      .then((configured) => configured.render(children))
      .catch(onFail);
  });

  return <div ref={host} className={className} />;
}
