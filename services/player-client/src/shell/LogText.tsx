import type { ReactElement } from 'react';
import { Fragment } from 'react';

const FIGURE = /(#?[+−-]?\d[\d.,]*)/;

/** A line of the log with its figures set as figures. */
export function LogText({ text }: { readonly text: string }): ReactElement {
  return (
    <span>
      {text.split(FIGURE).map((part, index) =>
        // Splitting by a group puts the figures at the odd places; places are stable within one text.
        // biome-ignore lint/suspicious/noArrayIndexKey: a log line never changes.
        index % 2 === 1 ? <b key={index}>{part}</b> : <Fragment key={index}>{part}</Fragment>,
      )}
    </span>
  );
}
