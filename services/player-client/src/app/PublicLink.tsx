import type { ComponentPropsWithRef, MouseEvent, ReactElement } from 'react';
import { usePublicNavigation } from './public-navigation.ts';

/** A link between the public pages; with a modifier key it stays an ordinary link. */
export function PublicLink({
  href,
  ...rest
}: ComponentPropsWithRef<'a'> & { readonly href: string }): ReactElement {
  const { go } = usePublicNavigation();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
