import { Activity } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const operationsPage: ConsolePage = {
  path: '/',
  title: 'nav.operations',
  group: 'ops',
  scope: 'analytics.read',
  icon: Activity,
  load: async () => (await import('./OperationsPage.tsx')).OperationsPage,
};
