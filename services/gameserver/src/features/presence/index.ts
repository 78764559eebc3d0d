export { presentArrival, presentContact, presentNpc } from './presence.presenter.ts';
export { CONTACTS_SHOWN, countContacts, countNpcContacts, findContacts } from './presence.repository.ts';
