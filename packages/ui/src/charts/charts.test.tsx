// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { scalePoints } from './chart-scale.ts';
import { Sparkline } from './Sparkline.tsx';
import { StepChart } from './StepChart.tsx';

afterEach(cleanup);

describe('scalePoints', () => {
  const box = { width: 104, height: 54, inset: 2 };

  it('spans the box, high values at the top', () => {
    expect(
      scalePoints(
        [
          { x: 0, y: 10 },
          { x: 5, y: 20 },
          { x: 10, y: 30 },
        ],
        box,
      ),
    ).toEqual([
      { x: 2, y: 52 },
      { x: 52, y: 27 },
      { x: 102, y: 2 },
    ]);
  });

  it('puts a constant series in the middle', () => {
    expect(
      scalePoints(
        [
          { x: 1, y: 7 },
          { x: 2, y: 7 },
        ],
        box,
      ).map((point) => point.y),
    ).toEqual([27, 27]);
  });

  it('has nothing to say about nothing', () => {
    expect(scalePoints([], box)).toEqual([]);
  });
});

describe('Sparkline', () => {
  it('is one polyline', () => {
    const { container } = render(<Sparkline values={[1, 3, 2]} />);
    expect(container.querySelectorAll('polyline')).toHaveLength(1);
    expect(container.querySelector('polyline')?.getAttribute('points')).toBe('2,18 36,2 70,10');
  });

  it('draws nothing without values', () => {
    expect(render(<Sparkline values={[]} />).container.innerHTML).toBe('');
  });
});

describe('StepChart', () => {
  it('holds a value until the next point', () => {
    render(
      <StepChart
        label="Credits today, from 1 to 3"
        width={100}
        height={50}
        points={[
          { x: 0, y: 1 },
          { x: 1, y: 3 },
        ]}
      />,
    );
    const paths = screen.getByRole('img', { name: 'Credits today, from 1 to 3' }).querySelectorAll('path');
    expect(paths[1]?.getAttribute('d')).toBe('M3 47H97V3');
  });
});
