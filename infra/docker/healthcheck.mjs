/**
 * Health check of a container: 0 when the service says it is ready.
 * @module
 */
const port = process.env.DUIJIE_PORT ?? '4180';
const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4000) }).catch(
  () => undefined,
);
process.exit(response?.ok ? 0 : 1);
