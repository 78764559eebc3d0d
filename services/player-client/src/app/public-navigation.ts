import { createContext, use } from 'react';
import type { SignInReply } from './public-api.ts';

export interface PublicNavigation {
  /** Shows another public page without loading anything. */
  go(path: string): void;
  /** Loads the game and hands it the fresh session. */
  enterGame(signedIn: SignInReply): Promise<void>;
}

const NOT_MOUNTED: PublicNavigation = {
  go: () => undefined,
  enterGame: () => Promise.resolve(),
};

export const PublicNavigationContext = createContext<PublicNavigation>(NOT_MOUNTED);

export const usePublicNavigation = (): PublicNavigation => use(PublicNavigationContext);
