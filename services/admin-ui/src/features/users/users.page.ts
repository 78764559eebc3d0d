import { Users } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const usersPage: ConsolePage = {
  path: '/users',
  detail: ':id?',
  title: 'nav.users',
  group: 'play',
  scope: 'users.read',
  icon: Users,
  load: async () => (await import('./UsersPage.tsx')).UsersPage,
};
