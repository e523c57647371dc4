/**
 * Runs simple statements on MySQL or MariaDB, without any package. For checks before `npm ci`; the product uses mysql2.
 * @see https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html
 * @module
 */
import { connect } from 'node:net';
import { answerFor, encryptedPassword } from './mysql-password.mjs';

const capabilities = 0x1 | 0x200 | 0x8000 | 0x80000; // long password, protocol 4.1, secure connection, plugin auth
const utf8mb4 = 45;

/**
 * @param {string} url `mysql://user:password@host:port[/database]`
 * @param {string[]} statements run in order
 * @param {number} [timeoutMs] silence allowed before giving up
 * @returns {Promise<(string | null)[][][]>} the rows of each statement; no rows for statements that return none
 * @throws {Error} with the server's `errno` when it refuses, without when it cannot be reached
 */
export async function queryMysql(url, statements, timeoutMs = 3000) {
  const { hostname, port, username, password } = new URL(url);
  const wire = await openWire(hostname, Number(port || 3306), timeoutMs);
  try {
    await signIn(wire, decodeURIComponent(username), decodeURIComponent(password));
    const results = [];
    for (const statement of statements) results.push(await query(wire, statement));
    return results;
  } finally {
    wire.close();
  }
}

/**
 * @param {string} host @param {number} port @param {number} timeoutMs
 * @returns {Promise<{ read(): Promise<Buffer>, write(payload: Buffer, sequence: number): void, sequence(): number, close(): void }>}
 */
function openWire(host, port, timeoutMs) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let buffered = Buffer.alloc(0);
    let sequence = 0;
    let waiting;
    let failure;
    const fail = (error) => {
      failure = error;
      socket.destroy();
      reject(error);
      waiting?.reject(error);
    };
    const deliver = () => {
      if (!waiting || buffered.length < 4) return;
      const size = buffered.readUIntLE(0, 3);
      if (buffered.length < size + 4) return;
      sequence = buffered[3] ?? 0;
      const payload = buffered.subarray(4, size + 4);
      buffered = buffered.subarray(size + 4);
      const { resolve: give } = waiting;
      waiting = undefined;
      give(payload);
    };
    socket.setTimeout(timeoutMs, () => fail(new Error('The database does not answer')));
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('The database closed the connection')));
    socket.on('data', (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      deliver();
    });
    socket.once('connect', () =>
      resolve({
        read: () =>
          new Promise((give, refuse) => {
            if (failure) return refuse(failure);
            waiting = { resolve: give, reject: refuse };
            deliver();
          }),
        write: (payload, number) => {
          const head = Buffer.alloc(4);
          head.writeUIntLE(payload.length, 0, 3);
          head[3] = number;
          socket.write(Buffer.concat([head, payload]));
        },
        sequence: () => sequence,
        close: () => {
          socket.removeAllListeners('close');
          socket.end();
          socket.destroySoon();
        },
      }),
    );
  });
}

/** @param {Awaited<ReturnType<typeof openWire>>} wire @param {string} user @param {string} password */
async function signIn(wire, user, password) {
  const hello = refuseError(await wire.read());
  const versionEnd = hello.indexOf(0, 1);
  const nonce1 = hello.subarray(versionEnd + 5, versionEnd + 13);
  const rest = hello.subarray(versionEnd + 13 + 19);
  let nonce = Buffer.concat([nonce1, rest.subarray(0, 12)]);
  let plugin = rest.toString('latin1', 13).split('\0')[0] || 'mysql_native_password';
  const answer = answerFor(plugin, password, nonce);
  const head = Buffer.alloc(32);
  head.writeUInt32LE(capabilities, 0);
  head.writeUInt32LE(0xffffff, 4);
  head[8] = utf8mb4;
  wire.write(
    Buffer.concat([head, Buffer.from(`${user}\0`), Buffer.from([answer.length]), answer, Buffer.from(`${plugin}\0`)]),
    wire.sequence() + 1,
  );
  for (;;) {
    const reply = refuseError(await wire.read());
    if (reply[0] === 0x00) return;
    if (reply[0] === 0xfe) {
      const end = reply.indexOf(0, 1);
      plugin = reply.toString('latin1', 1, end);
      nonce = Buffer.from(reply.subarray(end + 1, end + 21));
      wire.write(answerFor(plugin, password, nonce), wire.sequence() + 1);
    } else if (reply[0] === 0x01 && reply[1] === 4) {
      wire.write(Buffer.from([2]), wire.sequence() + 1);
      const key = (await wire.read()).toString('latin1', 1);
      wire.write(encryptedPassword(key, password, nonce), wire.sequence() + 1);
    }
  }
}

/** @param {Awaited<ReturnType<typeof openWire>>} wire @param {string} statement */
async function query(wire, statement) {
  wire.write(Buffer.concat([Buffer.from([3]), Buffer.from(statement)]), 0);
  const first = refuseError(await wire.read());
  if (first[0] === 0x00) return [];
  for (let column = first[0] ?? 0; column > 0; column--) await wire.read();
  await wire.read();
  const rows = [];
  for (;;) {
    const packet = refuseError(await wire.read());
    if (packet[0] === 0xfe && packet.length < 9) return rows;
    rows.push(fieldsOf(packet));
  }
}

/** @param {Buffer} packet @returns {(string | null)[]} */
function fieldsOf(packet) {
  const fields = [];
  for (let at = 0; at < packet.length;) {
    const lead = packet[at] ?? 0;
    if (lead === 0xfb) {
      fields.push(null);
      at += 1;
      continue;
    }
    const width = lead < 0xfb ? 0 : lead === 0xfc ? 2 : lead === 0xfd ? 3 : 6;
    const size = width === 0 ? lead : packet.readUIntLE(at + 1, width);
    at += lead === 0xfe ? 9 : 1 + width;
    fields.push(packet.toString('utf8', at, at + size));
    at += size;
  }
  return fields;
}

/** @param {Buffer} packet @returns {Buffer} the packet when it is no error */
function refuseError(packet) {
  if (packet[0] !== 0xff) return packet;
  const errno = packet.readUInt16LE(1);
  const text = packet.toString('utf8', packet[3] === 0x23 ? 9 : 3);
  throw Object.assign(new Error(`${errno} ${text}`), { errno });
}
