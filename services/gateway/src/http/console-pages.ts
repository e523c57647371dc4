import express, { Router } from 'express';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Styles with this answer's nonce, since antd writes them as it draws; attributes of style freely. Nothing from elsewhere. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Addresses that are not pages of the console. */
const elsewhere = /^\/(?:api|healthz|readyz|metrics|assets)(?:\/|$)/i;

/**
 * The built console: its files, and its one page for every address that is a page. A page asked for by a browser only:
 * programs that ask for JSON get the problem they expect.
 * @param folder with `index.html` and `assets/` @returns null where the console was not built
 */
export function consolePages(folder: string): Router | null {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return null;
  const page = readFileSync(index, 'utf8');
  const router = Router();
  // The names of built files carry their hash.
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }));
  router.get('/icon.svg', (_req, res) => void res.sendFile('icon.svg', { root: folder, maxAge: '1d' }));
  router.get(/.*/, (req, res, next) => {
    if (elsewhere.test(req.path) || !req.accepts('html')) return next();
    const nonce = randomBytes(16).toString('base64');
    res
      .set({ 'Content-Security-Policy': policyOf(nonce), 'Cache-Control': 'no-store' })
      .type('html')
      .send(page.replaceAll('__NONCE__', nonce));
  });
  return router;
}
