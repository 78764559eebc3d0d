import type { Toast } from '@sw/ui';
import { createContext, useContext } from 'react';

export interface Notice {
  readonly text: string;
  readonly tone?: Toast['tone'];
  /** C0: takes back what was applied at once; offered for ten seconds. */
  readonly undo?: () => void;
}

/** Tells what happened, in a corner of every page. */
export type Tell = (notice: Notice) => void;

export const NoticesContext = createContext<Tell | null>(null);

/** The teller of this page; only below `NoticesProvider`. */
export function useTell(): Tell {
  const tell = useContext(NoticesContext);
  if (tell === null) throw new Error('useTell outside of NoticesProvider');
  return tell;
}
