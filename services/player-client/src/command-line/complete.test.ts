import { describe, expect, it } from 'vitest';
import { EMPTY_HISTORY, remember, stepHistory } from './command-history.ts';
import { complete } from './complete.ts';

const context = { sectors: [204, 217, 231], aliases: ['home'] };
const line = (text: string, turn = 0) => complete(text, context, turn)?.line;

describe('completion', () => {
  it('completes verbs, sectors and goods', () => {
    expect(line('pl')).toBe('plot');
    expect(line('move 23')).toBe('move 231');
    expect(line('m #21')).toBe('m #217');
    expect(line('sell all fu')).toBe('sell all fuel');
    expect(line('buy max luxury')).toBe('buy max luxury goods');
    expect(line('ho')).toBe('home');
  });

  it('offers the next candidate on the next Tab', () => {
    expect(line('move 2', 0)).toBe('move 204');
    expect(line('move 2', 1)).toBe('move 217');
    expect(line('move 2', 3)).toBe('move 204');
  });

  it('has nothing to add to a whole word or a number it does not know', () => {
    expect(line('undock')).toBeUndefined();
    expect(line('quote 3')).toBeUndefined();
    expect(line('')).toBeUndefined();
  });
});

describe('history', () => {
  it('walks back and returns to the line being typed', () => {
    const history = remember(remember(EMPTY_HISTORY, 'dock'), 'sell all fuel');
    const back = stepHistory(history, -1, 'plo');
    expect(back.line).toBe('sell all fuel');
    const further = stepHistory(back.history, -1, back.line);
    expect(further.line).toBe('dock');
    expect(stepHistory(further.history, -1, further.line).line).toBe('dock');
    const forth = stepHistory(stepHistory(further.history, 1, 'dock').history, 1, 'sell all fuel');
    expect(forth.line).toBe('plo');
  });

  it('keeps a repeated line once', () => {
    expect(remember(remember(EMPTY_HISTORY, 'dock'), 'dock').lines).toEqual(['dock']);
  });
});
