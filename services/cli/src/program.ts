import { Command } from 'commander';
import { addBackup } from './commands/backup.command';
import { addDemoEmpty } from './commands/demo-empty.command';
import { addDemoLoad } from './commands/demo-load.command';
import { addEval } from './commands/eval.command';
import { addExport } from './commands/export.command';
import { addForward } from './commands/forward.command';
import { addImport } from './commands/import.command';
import { addInvite } from './commands/invite.command';
import { addMatch } from './commands/match.command';
import { addReindex } from './commands/reindex.command';
import { addRestore } from './commands/restore.command';
import { addSearch } from './commands/search.command';
import { addSignIn } from './commands/sign-in.command';
import { addUndo } from './commands/undo.command';
import { addVerify } from './commands/verify.command';

/** All commands with their options. */
export function createProgram(): Command {
  const program = new Command('duijie')
    .description('对接：社区需求与服务包的撮合平台 · the marketplace of community needs and service packages')
    .option('--url <address>', '平台地址 · address of the product')
    .option('--token <token>', '访问令牌 · access token (or DUIJIE_TOKEN)')
    .option('--on-behalf <organisation>', '代办：机构编号 · act as a broker on behalf of this organisation (id)')
    .option('--channel <phone|paper|wechat|visit>', '代办方式，默认 phone · how the broker was asked to')
    .option('--note <text>', '代办说明：谁说了或签了什么 · what was said or signed, and by whom')
    .option('--lang <zh|en>', '语言 · language')
    .option('--json', '输出 JSON · print JSON')
    .showHelpAfterError()
    .exitOverride();
  for (const add of [
    addSignIn,
    addInvite,
    addImport,
    addUndo,
    addMatch,
    addSearch,
    addExport,
    addReindex,
    addVerify,
    addBackup,
    addRestore,
    addEval,
    addDemoLoad,
    addDemoEmpty,
    addForward,
  ])
    add(program);
  return program;
}
