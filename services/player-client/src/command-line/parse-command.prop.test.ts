import fc from 'fast-check';
import { describe, it } from 'vitest';
import { candidatesOf, complete } from './complete.ts';
import { parseCommand } from './parse-command.ts';
import { parseAmount } from './parse-number.ts';
import { ITEMS, VERBS } from './vocabulary.ts';

const line = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(
      fc.constantFrom<string>(
        ...VERBS,
        ...ITEMS,
        'max',
        'all',
        'within',
        'avoid',
        '>',
        '12',
        '#7',
        '1.5k',
        '!',
        "'",
      ),
      {
        maxLength: 6,
      },
    )
    .map((words) => words.join(' ')),
);
const context = { sectors: [217, 204, 231], aliases: ['home'] };

describe('command grammar, for any line', () => {
  it('never throws and always says what it expected', () => {
    fc.assert(
      fc.property(line, (text) => {
        const parsed = parseCommand(text);
        return parsed.ok || parsed.expected !== undefined;
      }),
    );
  });

  it('means the same in any case and with any spaces', () => {
    fc.assert(
      fc.property(line, (text) => {
        fc.pre(!/say|alias|log|help|mark|note|'/i.test(text) && text === text.toLowerCase());
        const plain = JSON.stringify(parseCommand(text));
        const loud = parseCommand(`  ${text.toUpperCase().replaceAll(' ', '   ')} `);
        return !plain.includes('"ok":true') || JSON.stringify(loud) === plain;
      }),
    );
  });

  it('reads every unique prefix of a verb as the verb', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VERBS), fc.nat(8), (verb, length) => {
        const prefix = verb.slice(0, Math.max(2, length));
        fc.pre(VERBS.filter((other) => other.startsWith(prefix)).length === 1);
        const [full, short] = [parseCommand(`${verb} 5`), parseCommand(`${prefix} 5`)];
        return JSON.stringify(full) === JSON.stringify(short);
      }),
    );
  });

  it('completes to a line that extends what was typed and offers itself again', () => {
    fc.assert(
      fc.property(line, fc.nat(5), (text, turn) => {
        const completion = complete(text, context, turn);
        if (completion === null) return true;
        const again = candidatesOf(completion.line, context).map((word) => word.split(' ')[0]);
        return completion.line.startsWith(text) && (again.length > 0 || completion.line.includes(' '));
      }),
    );
  });

  it('reads amounts exactly or not at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000 }), (value) => {
        const thousands = value % 1000 === 0 ? parseAmount(`${value / 1000}k`) : value;
        return parseAmount(String(value)) === value && thousands === value;
      }),
    );
  });
});
