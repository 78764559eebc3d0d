import '@sw/ui/styles.css';
import '@sw/ui/console-themes.css';
import { createRoot } from 'react-dom/client';
import { ConsoleApp } from './app/ConsoleApp.tsx';
import { createConsoleServices } from './app/console-services.ts';
import { readerLanguage } from './app/reader-language.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('The document has no #root element');
const services = await createConsoleServices({ language: readerLanguage(navigator.language) });
createRoot(container).render(<ConsoleApp services={services} />);
