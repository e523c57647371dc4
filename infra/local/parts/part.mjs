/**
 * What every part (database, queue, search) has to answer.
 * @module
 */
import { mysqlPart } from './mysql.mjs';
import { redisPart } from './redis.mjs';
import { meilisearchPart } from './meilisearch.mjs';

/**
 * @typedef {object} Program
 * @property {string} program
 * @property {'path' | 'debian-packages' | 'npm-package'} source
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [installer]
 * @property {string} [base]
 *
 * @typedef {object} Folders of one set
 * @property {string} data this part's data
 * @property {string} state small files of running programs
 * @property {string} logs
 * @property {string} packages programs fetched, shared by all sets
 * @property {string} templates prepared data folders, shared by all sets
 *
 * @typedef {object} Command
 * @property {string[]} args
 * @property {string} cwd the data folder, by which a process is known as ours
 * @property {NodeJS.ProcessEnv} env
 * @property {string} url
 * @property {string} [key]
 * @property {string} [pidFile]
 * @property {number} startupMs
 *
 * @typedef {object} Part
 * @property {'mysql' | 'redis' | 'meilisearch'} name
 * @property {string} title
 * @property {{ url: string, key?: string }} variables of the environment, without their prefix
 * @property {() => Program | undefined} find on this machine
 * @property {(what: { packages: string, log: (zh: string, en: string) => void }) => Promise<Program>} fetch
 * @property {(found: Program, folders: Folders) => Promise<void>} prepare
 * @property {(found: Program, how: Folders & { port: number, testing: boolean, secret: string }) => Command} command
 * @property {(where: { url: string, key?: string }) => Promise<{ version: string }>} ask rejects when it is not ready or not ours
 */

/** @type {readonly Part[]} */
export const allParts = Object.freeze([mysqlPart, redisPart, meilisearchPart]);
