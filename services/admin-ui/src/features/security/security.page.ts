import { ShieldAlert } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const securityPage: ConsolePage = {
  path: '/security',
  title: 'nav.security',
  group: 'security',
  scope: 'security.read',
  icon: ShieldAlert,
  load: async () => (await import('./SecurityPage.tsx')).SecurityPage,
};
