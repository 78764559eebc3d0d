import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SERIOUS: ReadonlySet<string> = new Set(['serious', 'critical']);

/** What axe finds serious or critical on the page, one readable line each; empty when nothing. */
export const findSeriousProblems = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page, axeSource: axe.source }).withTags(STANDARDS).analyze();
  return violations
    .filter(({ impact }) => SERIOUS.has(impact ?? ''))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    );
};
