import { mapMessage } from './message-syntax.ts';
import type { Catalogue } from './namespaces.ts';

const PLAIN = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwXxYyZz';
const ACCENTED = 'ÅåßƀÇçÐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļḾɱÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž';
const ACCENTS = new Map([...PLAIN].map((letter, place) => [letter, [...ACCENTED][place] ?? letter]));

/** One filler for about three letters: German and French run that much longer. */
const FILLER = '~';

/**
 * A message of the pseudo-locale `en-XA`: accented, a third longer and in
 * brackets, with the same arguments and branches. What still reads as plain
 * English on a screen was never translated; what loses its bracket is clipped.
 */
export function pseudoMessage(message: string): string {
  let letters = 0;
  const accented = mapMessage(message, {
    text: (text) => {
      letters += text.length;
      return [...text].map((letter) => ACCENTS.get(letter) ?? letter).join('');
    },
  });
  return `[${accented}${FILLER.repeat(Math.ceil(letters / 3))}]`;
}

/** A whole catalogue as `en-XA`. */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, pseudoMessage(text)]));
}
