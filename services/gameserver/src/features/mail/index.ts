export { registerDevMailRoutes } from './dev-mails.routes.ts';
export { deleteOldMails } from './mail.repository.ts';
export { postMail } from './post-mail.ts';
export { createMailRound } from './send-mails.ts';
