import { createClient } from '@duijie/api-client';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { signInTo, type SignedIn } from '../e2e/people';
import type { Viewer } from './look';

const root = resolve(__dirname, '../..');

/** A running sample city and somebody of each role, signed in. */
export interface SampleCity {
  readonly url: string;
  readonly people: ReadonlyMap<Viewer, SignedIn>;
}

/**
 * Signs in to the sample city that `npm start` runs in this folder.
 * @param address where it answers, unless where `npm start` serves by default
 * @param signIns file of sign-ins, unless that of `npm start`
 */
export async function sampleCity(
  address = 'http://127.0.0.1:4180',
  signIns = resolve(root, '.local/sign-ins.json'),
): Promise<SampleCity> {
  const accounts = JSON.parse(readFileSync(signIns, 'utf8')) as readonly {
    readonly role: Viewer;
    readonly login: string;
    readonly password: string;
  }[];
  const people = new Map<Viewer, SignedIn>();
  for (const { role, login, password } of accounts) {
    const { cookie } = await signInTo(address, login, password);
    // Answers are taken as they come: a city that runs may be a version behind the checkout.
    const client = createClient({ baseUrl: address, headers: () => ({ Cookie: cookie, Origin: address }) });
    people.set(role, { cookie, client });
  }
  return { url: address, people };
}
