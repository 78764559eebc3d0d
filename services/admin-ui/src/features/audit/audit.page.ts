import { ScrollText } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const auditPage: ConsolePage = {
  path: '/security/audit',
  detail: ':id?',
  title: 'nav.audit',
  group: 'security',
  scope: 'audit.read',
  icon: ScrollText,
  load: async () => (await import('./AuditPage.tsx')).AuditPage,
};
