import type { EndpointDeclaration, signedIn } from '@sw/contracts';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { presentSignedIn } from './auth.presenter.ts';
import type { Audience } from './auth-parts.ts';
import type { IssuedSession } from './issue-session.ts';
import { setDeviceCookie, setRefreshCookie } from './refresh-cookie.ts';

/** Gives a new session to whoever opened it: browsers get its refresh token, and the mark of the device, in cookies. */
export const handOver = <E extends EndpointDeclaration>(
  deps: Deps,
  context: RequestContext<E>,
  audience: Audience,
  issued: IssuedSession,
  delivery: 'cookie' | 'body',
): z.output<typeof signedIn> => {
  if (delivery === 'cookie') {
    setRefreshCookie(deps, context, audience, issued);
    setDeviceCookie(deps, context, audience, issued.user.id);
  }
  return presentSignedIn(issued, deps.config.accessTokenTtlS, delivery);
};
