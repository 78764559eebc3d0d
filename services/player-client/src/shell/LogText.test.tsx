// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LogText } from './LogText.tsx';

const figuresOf = (text: string): readonly (string | null)[] => {
  const { container } = render(<LogText text={text} />);
  expect(container.textContent).toBe(text);
  return [...container.querySelectorAll('b')].map((element) => element.textContent);
};

describe('figures of a log line', () => {
  afterEach(cleanup);

  it('are set as figures without the punctuation around them', () => {
    expect(figuresOf('Moved to #2, 3 turns, 1,997 left.')).toEqual(['#2', '3', '1,997']);
    expect(figuresOf('Sold 24 equipment, +2,040 cr')).toEqual(['24', '+2,040']);
  });

  it('are not the digits of a name', () => {
    expect(figuresOf('nova42 entered the sector.')).toEqual([]);
    expect(figuresOf('Moved to #7 Patrol-12')).toEqual(['#7']);
  });
});
