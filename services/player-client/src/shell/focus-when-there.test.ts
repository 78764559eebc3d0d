// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { focusWhenThere } from './focus-when-there.ts';

function addHeading(): HTMLElement {
  const heading = document.createElement('h1');
  heading.id = 'place';
  heading.tabIndex = -1;
  document.body.append(heading);
  return heading;
}

describe('focus of a heading', () => {
  beforeEach(() => document.body.replaceChildren());

  it('goes there at once or when it is drawn', async () => {
    const stop = focusWhenThere('place');
    const heading = addHeading();
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
    heading.blur();
    focusWhenThere('place')();
    expect(document.activeElement).toBe(heading);
    stop();
  });

  it('stays where somebody has put it meanwhile', async () => {
    focusWhenThere('place');
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    addHeading();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.activeElement).toBe(field);
  });

  it('gives up when told', async () => {
    focusWhenThere('place')();
    const heading = addHeading();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.activeElement).not.toBe(heading);
  });
});
