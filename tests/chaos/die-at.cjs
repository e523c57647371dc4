/**
 * Loaded into a service before its own code (`NODE_OPTIONS=--require`), so that the product needs no hook: lets the process
 * die by SIGKILL at an exact point. Files `<n>.armed` in the folder of the service's name say where, each once; whoever
 * dies of one leaves it as `<n>.died`.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const { mkdirSync, readdirSync, readFileSync, renameSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');

const service = /services\/([a-z]+)\/dist\/main\.js$/.exec(process.argv[1] ?? '')?.[1];
const root = process.env.DUIJIE_TEST_DEATHS;
if (service !== undefined && root !== undefined) prepareToDie(join(root, service));

function prepareToDie(folder) {
  mkdirSync(folder, { recursive: true });
  const { resolve } = createRequire(join(process.cwd(), 'packages/service-kit/package.json'));

  /** Dies here if this is the point of an armed file and what happens bears all of its marks. */
  function dieIf(point, what) {
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.armed')) continue;
      const path = join(folder, name);
      const { at, marks } = JSON.parse(readFileSync(path, 'utf8'));
      if (at !== point || !marks.every((mark) => what.includes(mark))) continue;
      renameSync(path, path.replace(/armed$/, 'died'));
      process.kill(process.pid, 'SIGKILL');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
  }

  // Every statement as it is sent, values and all, by connection and transaction.
  const BaseConnection = require(join(dirname(resolve('mysql2')), 'lib/base/connection.js'));
  const { addCommand } = BaseConnection.prototype;
  const transactions = new WeakMap();
  BaseConnection.prototype.addCommand = function (command) {
    const { sql, onResult } = command;
    if (sql === 'START TRANSACTION') transactions.set(this, []);
    else if (sql === 'COMMIT' && transactions.has(this)) {
      const what = transactions.get(this).join('\n');
      transactions.delete(this);
      dieIf('before commit', what);
      command.onResult = (error, ...rest) => {
        if (!error) dieIf('after commit', what);
        onResult?.(error, ...rest);
      };
    } else if (sql === 'ROLLBACK') transactions.delete(this);
    else if (typeof sql === 'string') transactions.get(this)?.push(sql);
    return addCommand.call(this, command);
  };

  const { Queue, Worker } = require(resolve('bullmq'));
  const { addBulk } = Queue.prototype;
  Queue.prototype.addBulk = async function (jobs) {
    const added = await addBulk.call(this, jobs);
    for (const { data } of jobs) dieIf('after enqueue', `${this.name} ${JSON.stringify(data)}`);
    return added;
  };
  const running = new AsyncLocalStorage();
  const { callProcessJob } = Worker.prototype;
  Worker.prototype.callProcessJob = async function (job, ...rest) {
    const what = `${this.name} ${JSON.stringify(job.data)}`;
    const result = await running.run(what, () => callProcessJob.call(this, job, ...rest));
    dieIf('before the job is done', what);
    return result;
  };
  // What confirms an event is the only list that is pushed while one is handled.
  const { Redis } = require(resolve('ioredis'));
  const { sendCommand } = Redis.prototype;
  Redis.prototype.sendCommand = function (command, ...rest) {
    const what = running.getStore();
    if (what !== undefined && command.name === 'rpush' && String(command.args[0]).includes(':confirmations:'))
      dieIf('before acknowledgement', what);
    return sendCommand.call(this, command, ...rest);
  };
}
