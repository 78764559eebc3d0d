import { KeyRound } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const accessPage: ConsolePage = {
  path: '/security/access',
  title: 'nav.access',
  group: 'security',
  scope: 'audit.read',
  icon: KeyRound,
  load: async () => (await import('./AccessPage.tsx')).AccessPage,
};
