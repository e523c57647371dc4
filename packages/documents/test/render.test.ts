import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from './samples';

/** Set by `npm run documents:render`, which finds LibreOffice first. */
const folder = process.env['DUIJIE_RENDER_DIR'];
jest.setTimeout(300_000);

const pagesAtMost = (name: string): number => (/^海报|回执|纪要-短/.test(name) ? 1 : 4);

(folder === undefined ? describe.skip : describe)('as LibreOffice shows them', () => {
  const names = Object.keys(samples);
  beforeAll(async () => {
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    for (const [name, make] of Object.entries(samples)) writeFileSync(join(folder, `${name}.docx`), await make());
    const files = names.map((name) => join(folder, `${name}.docx`));
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' });
    for (const name of names)
      execFileSync('pdftoppm', ['-r', '60', '-png', join(folder, `${name}.pdf`), join(folder, name)]);
  });

  test.each(names)('%s has its pages of A4, and more than a seal on the last', (name) => {
    const pdf = join(folder ?? '', `${name}.pdf`);
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
    const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(pagesAtMost(name));
    expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
    const last = execFileSync('pdftotext', ['-f', String(pages), pdf, '-'], { encoding: 'utf8' });
    // No page of its own for seals or signatures alone: something else stands above them.
    expect(last.replaceAll(/\s/g, '').length).toBeGreaterThan(30);
  });
});
