/**
 * Refuses a Node.js that is too old, in words. The commands import the rest only afterwards, because an old Node.js
 * fails on the import itself.
 * @module
 */
import { createSay } from './say.mjs';

const oldest = [20, 19];

/**
 * Ends the process with code 78 when Node.js is older than 20.19.
 *
 * @param {string} [version] for example `20.19.2`
 */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  const say = createSay();
  process.stderr.write(
    `✗ ${say(`需要 Node.js 20.19 或更新版本，当前为 ${version}`, `Node.js 20.19 or newer is needed, this is ${version}`)}\n` +
      `  → ${say('请从 https://nodejs.org 安装新版后重试', 'Install a newer one from https://nodejs.org and try again')}\n`,
  );
  process.exit(78);
}
