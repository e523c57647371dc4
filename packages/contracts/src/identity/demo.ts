import { z } from 'zod';
import { organisationKind } from '../actor';
import { instant, line } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('identity');

/**
 * `present`: invented organisations or compounds are there; `emptying`: they are being taken away; `none`. Organisations
 * decide: whatever belongs to one that is marked as invented is invented, too, and what two sides share with one of them.
 */
export const demoState = z.strictObject({
  state: z.enum(['none', 'present', 'emptying']),
  organisations: z.array(z.strictObject({ kind: organisationKind, count: z.int().min(1) })),
  compounds: z.int().min(0),
  /** People who belong to invented organisations alone. */
  people: z.int().min(0),
  /** The last time that it was emptied; `finishedAt` is null while identity is at it. */
  emptied: z
    .strictObject({
      startedAt: instant,
      finishedAt: instant.nullable(),
      organisations: z.int(),
      compounds: z.int(),
      people: z.int(),
    })
    .nullable(),
});
export type DemoState = z.infer<typeof demoState>;

export const getDemo = route('getDemo', {
  method: 'GET',
  path: '/demo',
  summary: { zh: '演示数据的情况', en: 'Whether invented organisations are there' },
  response: demoState,
});
/**
 * Takes every invented organisation and all that belongs to it out of every service, for good. Taxonomy, rules, places, the
 * association that asks and real organisations stay. Begun once, it goes on through any crash; asking again is harmless.
 * 422 where the name typed is not the association's; 409 `demo.own` where the association is itself invented, `demo.none`.
 */
export const emptyDemo = route('emptyDemo', {
  method: 'POST',
  path: '/demo/empty',
  kind: 'call',
  status: 202,
  summary: { zh: '清空演示数据，正式启用', en: 'Empty the demonstration and start for real' },
  /** Name of the association acted for, typed by hand. */
  body: z.strictObject({ confirm: line(80) }),
  response: demoState,
});
