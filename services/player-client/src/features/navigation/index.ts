export { ContactsPanel } from './ContactsPanel.tsx';
export { TodaySection } from './TodaySection.tsx';
