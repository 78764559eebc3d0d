import type { ReactElement } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { LoginPage } from '../features/account/LoginPage.tsx';
import { RegisterPage } from '../features/account/RegisterPage.tsx';
import { LandingPage } from '../features/landing/LandingPage.tsx';
import type { SignInReply } from './public-api.ts';
import type { PublicNavigation } from './public-navigation.ts';
import { PublicNavigationContext } from './public-navigation.ts';
import type { PublicPath } from './public-routes.ts';
import { publicPathOf, returnPathOf } from './public-routes.ts';

const PAGES: Readonly<Record<PublicPath, () => ReactElement>> = {
  '/': LandingPage,
  '/login': LoginPage,
  '/register': RegisterPage,
};

export interface PublicAppProps {
  readonly enterGame: (signedIn: SignInReply, path: string) => Promise<void>;
}

/** Landing, sign-in and registration: three pages, so the address bar is the whole router. */
export function PublicApp({ enterGame }: PublicAppProps): ReactElement {
  const [path, setPath] = useState<PublicPath>(() => publicPathOf(location.pathname) ?? '/');

  useEffect(() => {
    const follow = () => {
      const known = publicPathOf(location.pathname);
      if (known === null) location.reload();
      else setPath(known);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const navigation = useMemo<PublicNavigation>(
    () => ({
      go: (to) => {
        history.pushState(null, '', to);
        setPath(publicPathOf(location.pathname) ?? '/');
        scrollTo(0, 0);
      },
      enterGame: (signedIn) => enterGame(signedIn, returnPathOf(location.search)),
    }),
    [enterGame],
  );

  const Page = PAGES[path];
  return (
    <PublicNavigationContext value={navigation}>
      <Page key={path} />
    </PublicNavigationContext>
  );
}
