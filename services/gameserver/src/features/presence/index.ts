export { presentArrival, presentContact, presentNpc } from './presence.presenter.ts';
export { CONTACTS_SHOWN, countContacts, findContacts } from './presence.repository.ts';
