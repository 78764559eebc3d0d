export { Enrolment } from './Enrolment.tsx';
