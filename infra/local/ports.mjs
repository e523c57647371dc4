/**
 * Free and taken TCP ports on 127.0.0.1.
 * @module
 */
import { connect, createServer } from 'node:net';

/**
 * @returns {Promise<number>} a port that was free a moment ago, chosen by the system
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {number} port
 * @param {string} [host] address to bind, all addresses when left out
 * @returns {Promise<boolean>} whether somebody listens there already
 */
export function isPortTaken(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}

/**
 * @param {number} port
 * @param {number} [timeoutMs]
 * @returns {Promise<boolean>} whether a connection to 127.0.0.1 is accepted
 */
export function acceptsConnections(port, timeoutMs = 1000) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
