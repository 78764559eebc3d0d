import type { Locator } from 'playwright-core';

/** One way of handling a screen: the same journey is made with each. */
export interface Grip {
  press(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Takes the entry of a list that is so far below its first. */
  choose(list: Locator, below: number): Promise<void>;
}

const MOST_TABS = 120;

export const mouse: Grip = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  choose: async (list, below) => {
    await list.selectOption({ index: below });
  },
};

export const thumb: Grip = {
  ...mouse,
  press: (target) => target.tap(),
};

/** Presses Tab until the focus is there. */
const reach = async (target: Locator): Promise<void> => {
  await target.waitFor();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; !(await isThere()); tabs += 1) {
    if (tabs === MOST_TABS) throw new Error(`Tab never reached ${String(target)}`);
    await target.page().keyboard.press('Tab');
  }
};

export const keys: Grip = {
  press: async (target) => {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (field, text) => {
    await reach(field);
    await field.page().keyboard.press('Control+a');
    await field.page().keyboard.type(text);
  },
  choose: async (list, below) => {
    await reach(list);
    for (let step = 0; step < below; step += 1) await list.page().keyboard.press('ArrowDown');
  },
};
