import { useEffect, useRef } from 'react';
import type { KeyContext } from './key-bindings.ts';
import type { KeyHandlers } from './keyboard-store.ts';
import { pushKeyLayer } from './keyboard-store.ts';

/** While mounted, the handlers answer the keys of their context. */
export function useKeyLayer(context: KeyContext, handlers: KeyHandlers): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => pushKeyLayer({ context, handlers: current }), [context]);
}
