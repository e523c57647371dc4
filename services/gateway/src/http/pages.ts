import { Router } from 'express';
import { dirname } from 'node:path';
import { consolePages } from './console-pages';
import { landingPage, landingPolicy } from './landing-page';
import { referencePage, referencePolicy, referenceScript } from './reference-page';

const root = dirname(require.resolve('swagger-ui-dist/package.json'));
const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/**
 * The console, or a plain page at `/` where it was not built; and the API reference, which needs nothing from the internet.
 * @param webDir folder of the built console
 */
export function pages(demo: boolean, webDir: string): Router {
  const router = Router();
  const console = consolePages(webDir);
  if (!console)
    router.get('/', (_req, res) => {
      res.set('Content-Security-Policy', landingPolicy).type('html').send(landingPage(demo));
    });
  router.use('/api/docs', (_req, res, next) => {
    res.set('Content-Security-Policy', referencePolicy);
    next();
  });
  router.get('/api/docs', (_req, res) => void res.type('html').send(referencePage));
  router.get('/api/docs/start.js', (_req, res) => void res.type('js').send(referenceScript));
  for (const file of files)
    router.get(`/api/docs/${file}`, (_req, res) => void res.sendFile(file, { root, maxAge: '1d' }));
  if (console) router.use(console);
  return router;
}
