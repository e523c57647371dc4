import { z } from 'zod';
import { day, instant, line, version } from '../primitives';
import { routesOf } from '../route';

/** Where a rule applies: `CN` everywhere, `510100` in the city, else in the district of that name. */
export const jurisdiction = z.strictObject({ code: z.string().regex(/^(CN|\d{6})$/), zh: line(40) });

/** What every rule says of itself: rules are data, edited by the association, never constants. */
export const ruleFacts = z.strictObject({
  jurisdiction,
  validFrom: day.nullable(),
  /** Asked when `status` is `known`. */
  source: line(300).nullable(),
  /** `example` is a product's example to be replaced; `to_be_entered` (待录入) has no content and never applies. */
  status: z.enum(['known', 'example', 'to_be_entered']),
  /** `practice` was seen in one place and must be confirmed before it is relied on elsewhere. */
  evidence: z.enum(['law', 'practice']).nullable(),
  /** Kept for the record, no longer applied. */
  retired: z.boolean(),
});
export type RuleFacts = z.infer<typeof ruleFacts>;
type FactsShape = (typeof ruleFacts)['shape'];
const kept = { id: z.string(), version, updatedAt: instant };

/**
 * Routes by which the association keeps one kind of rule: list, enter, change.
 * @param one its name in ids, e.g. `ModeTemplate` @param content what this kind says beside {@link ruleFacts}
 */
export function ruleContracts<const One extends string, const Many extends string, Content extends z.ZodRawShape>(
  one: One,
  many: Many,
  path: string,
  zh: string,
  content: z.ZodObject<Content, z.core.$strict>,
) {
  const route = routesOf('needs');
  const en = one.replaceAll(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`).trim();
  const body = z.strictObject<FactsShape & Content>({ ...ruleFacts.shape, ...content.shape });
  const view = z.strictObject<FactsShape & Content & typeof kept>({ ...ruleFacts.shape, ...content.shape, ...kept });
  return {
    /** A few dozen at most, in one answer. */
    list: route(`list${many}`, {
      method: 'GET',
      path,
      summary: { zh: `${zh}列表`, en: `List every ${en}` },
      response: z.strictObject({ items: z.array(view) }),
    }),
    add: route(`add${one}`, {
      method: 'POST',
      path,
      summary: { zh: `录入${zh}`, en: `Enter a ${en}` },
      body,
      response: view,
    }),
    change: route(`change${one}`, {
      method: 'PUT',
      path: `${path}/:ruleId`,
      summary: { zh: `修改${zh}`, en: `Change a ${en}` },
      /** ASCII, as the ids of rules are: other text names none. */
      params: z.strictObject({
        ruleId: z
          .string()
          .max(60)
          .regex(/^[\x21-\x7e]+$/),
      }),
      body,
      response: view,
    }),
    view,
  };
}
