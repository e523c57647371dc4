/**
 * Asks a Redis server a few questions, without any package.
 * @see https://redis.io/docs/latest/develop/reference/protocol-spec/
 * @module
 */
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * @typedef {object} RedisFacts
 * @property {string} version
 * @property {boolean} appendOnly
 * @property {string} maxmemoryPolicy
 */

/**
 * Signs in and reads what matters to Duijie.
 *
 * @param {string} url `redis://[user][:password]@host:port` or `rediss://…`
 * @param {number} [timeoutMs]
 * @returns {Promise<RedisFacts>}
 * @throws {Error} when it cannot be reached, refuses the password, or still loads its data
 */
export async function askRedis(url, timeoutMs = 2000) {
  const { hostname, port, username, password } = new URL(url);
  const commands = [];
  if (password)
    commands.push(['AUTH', ...(username ? [decodeURIComponent(username)] : []), decodeURIComponent(password)]);
  commands.push(['PING'], ['INFO', 'server'], ['INFO', 'persistence'], ['INFO', 'memory']);
  const replies = await exchange(
    { host: hostname, port: Number(port || 6379), tls: url.startsWith('rediss:') },
    commands,
    timeoutMs,
  );
  const info = replies.slice(-3).join('\n');
  const field = (name) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  return {
    version: field('redis_version'),
    appendOnly: field('aof_enabled') === '1',
    maxmemoryPolicy: field('maxmemory_policy'),
  };
}

/**
 * @param {{ host: string, port: number, tls: boolean }} to
 * @param {string[][]} commands
 * @param {number} timeoutMs
 * @returns {Promise<string[]>} one reply a command
 */
function exchange(to, commands, timeoutMs) {
  return new Promise((resolve, reject) => {
    const socket = to.tls ? connectTls({ host: to.host, port: to.port }) : connect({ host: to.host, port: to.port });
    let received = Buffer.alloc(0);
    const replies = [];
    const fail = (error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(timeoutMs, () => fail(new Error('Redis does not answer')));
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('Redis closed the connection')));
    socket.once(to.tls ? 'secureConnect' : 'connect', () => socket.write(commands.map(encode).join('')));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let reply = decode(received); reply; reply = decode(received)) {
        if (reply.error) return fail(new Error(reply.text));
        replies.push(reply.text);
        received = received.subarray(reply.size);
      }
      if (replies.length === commands.length) {
        socket.removeAllListeners('close');
        socket.end();
        resolve(replies);
      }
    });
  });
}

/** @param {string[]} words */
function encode(words) {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/** @param {Buffer} bytes simple strings, errors and bulk strings are all that comes here */
function decode(bytes) {
  const end = bytes.indexOf('\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('utf8', 1, end);
  const kind = String.fromCharCode(bytes[0] ?? 0);
  if (kind !== '$') return { text: head, error: kind === '-', size: end + 2 };
  const size = end + 2 + Number(head) + 2;
  return bytes.length < size ? undefined : { text: bytes.toString('utf8', end + 2, size - 2), error: false, size };
}
