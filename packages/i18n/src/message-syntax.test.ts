import { describe, expect, it } from 'vitest';
import { mapMessage, messageArguments } from './message-syntax.ts';

const shout = (message: string) => mapMessage(message, { text: (text) => text.toUpperCase() });

describe('mapMessage', () => {
  it.each([
    ['plain text', 'PLAIN TEXT'],
    ['at {place} now', 'AT {place} NOW'],
    ['{count, number} units', '{count, number} UNITS'],
    [
      '{count, plural, one {# turn} other {# turns}} left',
      '{count, plural, one {# TURN} other {# TURNS}} LEFT',
    ],
    ['{side, select, buys {buys {good}} other {sells}}', '{side, select, buys {BUYS {good}} other {SELLS}}'],
    ['{n, selectordinal, one {#st} other {#th}}', '{n, selectordinal, one {#ST} other {#TH}}'],
    ['read <link>the manual</link>', 'READ <link>THE MANUAL</link>'],
    ["it's '{not}' syntax", "IT'S '{NOT}' SYNTAX"],
    ['', ''],
  ])('touches only the text of %j', (message, expected) => {
    expect(shout(message)).toBe(expected);
  });

  it.each(['{open', 'close}', '{a, plural, one {x', '{}', "'{"])('comes to an end on %j', (message) => {
    expect(shout(message).toLowerCase()).toBe(message);
  });
});

describe('messageArguments', () => {
  it('names each argument once, nested ones too', () => {
    expect(messageArguments('{b} {a, plural, one {# {c}} other {{b}}} {d, date, short}')).toEqual([
      'b',
      'a',
      'c',
      'd',
    ]);
  });

  it('is empty for plain text', () => {
    expect(messageArguments('Dock')).toEqual([]);
  });
});
