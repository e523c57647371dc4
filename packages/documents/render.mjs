// Shows every paper with little and with much in it as people will see it: npm run documents:render [-- folder]
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? '.local/papers');
const missing = ['soffice', 'pdftoppm', 'pdfinfo'].filter(
  (program) => spawnSync(program, ['-v'], { timeout: 60_000 }).error,
);
if (missing.length > 0) {
  console.log(`Nothing rendered: ${missing.join(', ')} not on the PATH.`);
  console.log('On Debian: apt-get install --no-install-recommends libreoffice-writer fonts-noto-cjk poppler-utils');
  process.exit(0);
}
const { status } = spawnSync('npx', ['jest', '-c', 'packages/documents/jest.config.cjs', 'test/render'], {
  stdio: 'inherit',
  env: { ...process.env, DUIJIE_RENDER_DIR: folder },
});
if (status === 0) console.log(`Papers as .docx, .pdf and .png in ${folder}`);
process.exit(status ?? 1);
