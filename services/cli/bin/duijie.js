#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const main = join(__dirname, '..', 'dist', 'main.js');
if (!existsSync(main)) {
  process.stderr.write(
    '尚未构建,请先运行 npm run build(npm start 会自动构建)\nNot built yet: run npm run build (npm start does it)\n',
  );
  process.exit(1);
}
require(main);
