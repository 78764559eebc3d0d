export { ContactActs } from './ContactActs.tsx';
