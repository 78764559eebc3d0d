import type { ComponentType, ReactElement } from 'react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { LoginPage } from '../features/account/LoginPage.tsx';
import { RegisterPage } from '../features/account/RegisterPage.tsx';
import { LandingPage } from '../features/landing/LandingPage.tsx';
import type { SignInReply } from './public-api.ts';
import type { PublicNavigation } from './public-navigation.ts';
import { PublicNavigationContext } from './public-navigation.ts';
import type { PublicPath } from './public-routes.ts';
import { publicPathOf, returnPathOf } from './public-routes.ts';

/** Needed by few: loaded when they are opened. */
const ForgotPage = lazy(async () => ({
  default: (await import('../features/account/ForgotPage.tsx')).ForgotPage,
}));
const ResetPage = lazy(async () => ({
  default: (await import('../features/account/ResetPage.tsx')).ResetPage,
}));
const VerifyPage = lazy(async () => ({
  default: (await import('../features/account/VerifyPage.tsx')).VerifyPage,
}));

const PAGES: Readonly<Record<PublicPath, ComponentType>> = {
  '/': LandingPage,
  '/login': LoginPage,
  '/register': RegisterPage,
  '/forgot': ForgotPage,
  '/reset': ResetPage,
  '/verify-email': VerifyPage,
};

export interface PublicAppProps {
  readonly enterGame: (signedIn: SignInReply, path: string) => Promise<void>;
}

/** Landing, sign-in, registration and what mails lead to: few pages, so the address bar is the whole router. */
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
      <Suspense>
        <Page key={path} />
      </Suspense>
    </PublicNavigationContext>
  );
}
