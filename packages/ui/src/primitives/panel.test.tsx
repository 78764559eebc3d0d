// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from './Panel.tsx';
import type { PanelState } from './panel-state.ts';

afterEach(cleanup);

function renderPanel(state: PanelState) {
  render(
    <Panel title="Warps" note="5 known" footer="keys" state={state}>
      <p>#188 Tessaly Yard</p>
    </Panel>,
  );
  return screen.getByRole('region', { name: 'Warps' });
}

describe('Panel', () => {
  it('is a region named by its heading', () => {
    const panel = renderPanel({ kind: 'ready' });
    expect(screen.getByRole('heading', { level: 2, name: 'Warps' })).toBeDefined();
    expect(panel.textContent).toBe('Warps5 known#188 Tessaly Yardkeys');
    expect(panel.hasAttribute('aria-busy')).toBe(false);
  });

  it('shows a skeleton while it loads for the first time', () => {
    const panel = renderPanel({ kind: 'loading', label: 'Loading warps', rows: 3 });
    expect(panel.getAttribute('aria-busy')).toBe('true');
    expect(screen.getByRole('status').textContent).toBe('Loading warps');
    expect(screen.queryByText('#188 Tessaly Yard')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Warps' })).toBeDefined();
  });

  it('keeps old data while new data comes', () => {
    const panel = renderPanel({ kind: 'refetching' });
    expect(panel.getAttribute('aria-busy')).toBe('true');
    expect(screen.getByText('#188 Tessaly Yard')).toBeDefined();
  });

  it('stamps old data with its age', () => {
    renderPanel({ kind: 'stale', stamp: 'as of 14:02:10' });
    expect(screen.getByText('as of 14:02:10')).toBeDefined();
    expect(screen.getByText('#188 Tessaly Yard')).toBeDefined();
  });

  it('offers the act that fills an empty panel', () => {
    renderPanel({
      kind: 'empty',
      text: 'No bookmarks yet.',
      action: <button type="button">Bookmark</button>,
    });
    expect(screen.getByText('No bookmarks yet.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Bookmark' })).toBeDefined();
  });

  it('says an error with a retry and the request to quote', () => {
    const onRetry = vi.fn();
    renderPanel({
      kind: 'error',
      message: 'This could not be loaded.',
      retryLabel: 'Try again',
      onRetry,
      requestId: '01HX',
      requestIdLabel: 'Request',
    });
    expect(screen.getByRole('alert').textContent).toContain('This could not be loaded.');
    expect(screen.getByText('01HX')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('names what unlocks a locked panel', () => {
    renderPanel({ kind: 'forbidden', text: 'Treasury', unlock: 'Needs an officer of the team.' });
    expect(screen.getByText('Needs an officer of the team.')).toBeDefined();
  });
});
