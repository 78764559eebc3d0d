import { formatDateTime, formatRelative } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../app/console-context.ts';

/** A moment as one reads it, relative within a day, with the exact one in its tip. */
export function Moment({ at }: { readonly at: string }): ReactElement {
  const locale = useLocale();
  const atMs = Date.parse(at);
  return (
    <time dateTime={at} title={formatDateTime(atMs, locale)}>
      {formatRelative(atMs, Date.now(), locale)}
    </time>
  );
}
