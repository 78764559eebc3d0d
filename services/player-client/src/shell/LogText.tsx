import type { ReactElement } from 'react';
import { Fragment } from 'react';

/** A number that stands for itself: not the digit of a name, nor the comma after it. */
const FIGURE = /((?<![\p{L}\d_-])#?[+−-]?\d+(?:[.,]\d+)*)/u;

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
