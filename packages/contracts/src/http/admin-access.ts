import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** Who acts, what he may do, and which installation he is about to change. */
export const getAdminSession = endpoint({
  id: 'admin.session',
  method: 'GET',
  path: '/admin/session',
  summary: 'The signed-in operator, his scopes, and the environment of this server.',
  auth: 'admin',
  rateClass: 'admin',
  idempotency: 'none',
  status: 200,
  tag: 'admin',
  reply: z.object({
    userId: z.uuid(),
    username: z.string(),
    scopes: z.array(z.string()),
    environment: z.enum(['development', 'test', 'production']),
  }),
  errors: ['password_change_required'],
});

/** What is taken out of the console as a file is noted before it is read. */
export const noteExport = endpoint({
  id: 'admin.noteExport',
  method: 'POST',
  path: '/admin/exports',
  summary: 'Note in the audit log that a list is exported.',
  auth: 'admin',
  rateClass: 'admin',
  idempotency: 'accepted',
  status: 204,
  tag: 'admin',
  body: z.strictObject({
    list: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    format: z.enum(['csv', 'json']),
    /** Filters and order, as they stand in the address of the page. */
    query: z.string().max(1000),
  }),
  errors: ['password_change_required'],
});
