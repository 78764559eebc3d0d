import type { TextKey } from '@sw/i18n';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** Groups of the navigation rail, in its order (rule book, front ends W-9). */
export const PAGE_GROUPS = ['ops', 'play', 'world', 'economy', 'comms', 'security', 'system'] as const;

export type PageGroup = (typeof PAGE_GROUPS)[number];

/** One page of the console. A feature declares it in `<feature>.page.ts`; `all-pages.ts` lists them. */
export interface ConsolePage {
  /** Below `/admin`: `/security/audit`. */
  readonly path: string;
  /** Added to the address where the page also shows one thing: `:id?`. */
  readonly detail?: string;
  readonly title: Extract<TextKey<'admin'>, `nav.${string}`>;
  readonly group: PageGroup;
  /** Without it the page is not shown, and its address says what is missing. Null: every operator. */
  readonly scope: string | null;
  /** Drawn in the rail; a page without one is reached from another page and by its address. */
  readonly icon?: LucideIcon;
  /** Loads the page's own chunk. */
  readonly load: () => Promise<ComponentType>;
}

/** Whether somebody with these scopes may see a page. */
export const mayOpen = (page: Pick<ConsolePage, 'scope'>, scopes: ReadonlySet<string>): boolean =>
  page.scope === null || scopes.has(page.scope);
