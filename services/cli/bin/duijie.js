#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const root = path.resolve(__dirname, '../../..');
const main = path.join(__dirname, '..', 'dist', 'main.js');

/** A fresh checkout is compiled at the first command, as `npm start` does it. */
async function run() {
  if (!existsSync(main)) {
    process.stderr.write('首次使用，正在编译… · compiling for the first time…\n');
    const { build } = await import(pathToFileURL(path.join(root, 'infra/local/build.mjs')).href);
    await build(root);
  }
  require(main);
}

run().catch((error) => {
  const { texts, detail } = error;
  process.stderr.write(
    texts
      ? `${texts.message.join(' · ')}\n${detail ?? ''}\n→ ${texts.next.join('\n→ ')}\n`
      : `${error.stack ?? error}\n`,
  );
  process.exit(1);
});
