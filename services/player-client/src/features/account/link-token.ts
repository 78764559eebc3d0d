/**
 * The secret of a link out of a mail: it stands behind `#`, so that no server on the way saw it. It is taken out of
 * the address, so that it does not stay in the history either.
 */
export function takeLinkToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token !== null) history.replaceState(null, '', location.pathname);
  return token;
}
