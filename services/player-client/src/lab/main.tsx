import '@sw/ui/styles.css';
import { createI18n, I18nextProvider } from '@sw/i18n';
import { createRoot } from 'react-dom/client';
import { GalaxyLab } from './GalaxyLab.tsx';

const MOST = 20_000;
const MOST_FRAMES = 400;
const root = document.getElementById('root');
const params = new URLSearchParams(location.search);
const numberOf = (name: string, usual: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.trunc(Number(params.get(name) ?? usual)) || usual));
if (root !== null) {
  const i18n = await createI18n({ language: 'en', namespaces: ['common', 'map'] });
  createRoot(root).render(
    <I18nextProvider i18n={i18n}>
      <GalaxyLab count={numberOf('n', 5_000, 2, MOST)} frames={numberOf('frames', 40, 1, MOST_FRAMES)} />
    </I18nextProvider>,
  );
}
