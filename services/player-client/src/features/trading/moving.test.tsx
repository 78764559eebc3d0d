import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Moving } from './Moving.tsx';

const moved = (container: HTMLElement) => container.querySelector('[data-moved]');

it('lights up when its figure changes, not when it first stands there or stays', () => {
  const { container, rerender } = render(<Moving value={38n}>38</Moving>);
  expect(moved(container)).toBeNull();
  rerender(<Moving value={38n}>38</Moving>);
  expect(moved(container)).toBeNull();
  rerender(<Moving value={39n}>39</Moving>);
  const first = moved(container);
  expect(first?.textContent).toBe('39');
  rerender(<Moving value={40n}>40</Moving>);
  // A new element: the light begins anew.
  expect(moved(container)).not.toBe(first);
});
