/**
 * Has the command line load the sample city and print its account.
 * @module
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { LocalFault } from '../fault.mjs';
import { applicationEnv } from './application.mjs';

/**
 * The report goes to the terminal as it is written.
 *
 * @param {object} what
 * @param {string} what.root the repository
 * @param {number} what.port
 * @param {string | undefined} what.lang
 * @param {Record<string, string>} what.env variables of the parts
 * @param {AbortSignal} what.signal
 * @throws {LocalFault} `demo-load-failed`
 */
export async function loadSampleCity({ root, port, lang, env, signal }) {
  const locale = lang ? { LC_ALL: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' } : {};
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'services/cli/bin/duijie.js'), 'demo-load', '--report'], {
      cwd: root,
      env: { ...applicationEnv(root, port, env), ...locale },
      stdio: ['ignore', 'inherit', 'inherit'],
      signal,
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  signal.throwIfAborted();
  if (code === 0) return;
  throw new LocalFault({
    code: 'demo-load-failed',
    message: ['示例城市没有载入成功', 'The sample city was not loaded'],
    next: [
      '原因见上；重新开始：npm start -- --reset（清除演示数据）；应用日志：.local/logs/app.log',
      'The reason is above; to begin anew: npm start -- --reset (removes the demo data); log: .local/logs/app.log',
    ],
  });
}
