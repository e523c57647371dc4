import { resolve } from 'node:path';

/** The repository's folder, from `services/cli/src` or `services/cli/dist`. */
export const repositoryRoot: string = resolve(__dirname, '../../..');
