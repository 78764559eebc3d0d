export { presentArrival, presentContact } from './presence.presenter.ts';
export { CONTACTS_SHOWN, type ContactRow, countContacts, findContacts } from './presence.repository.ts';
