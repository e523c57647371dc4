import './words/boot';
import './app/page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { setLargeText } from './app/appearance';

setLargeText(localStorage.getItem('duijie.large-text') === '1');
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
