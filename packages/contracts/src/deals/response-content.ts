import { z } from 'zod';
import { day, fen, id, leafCode, line, text, version } from '../primitives';

/** One component of what is offered: which member does it (null: the leader), and its price where price counts. */
const component = { code: leafCode, organisationId: id.nullable(), amountFen: fen.nullable() };
const person = { name: line(40), role: line(60), qualification: line(120).nullable() };
const milestone = { title: line(120, 2), dueOn: day.nullable(), amountFen: fen.nullable() };
const fields = {
  packageId: id.nullable(),
  components: z.array(z.strictObject(component)).max(40),
  plan: text(20_000),
  team: z.array(z.strictObject(person)).max(50),
  milestones: z.array(z.strictObject(milestone)).max(60),
  note: text(2000),
};

/** What is offered, as it is shown: with the version of the package, and the salt of its hash. */
export const offeredContent = z.strictObject({ ...fields, packageVersion: version.nullable(), salt: z.string() });
export type OfferedContent = z.infer<typeof offeredContent>;

/**
 * A whole response as it is sent: what is offered, and the other members of the consortium (联合体), leader left out.
 * Everything may be left out in a light mode; a contest about money asks for a price of each component.
 */
export const responseInput = z.strictObject({
  packageId: fields.packageId.default(null),
  components: z
    .array(
      z.strictObject({
        code: component.code,
        organisationId: component.organisationId.default(null),
        amountFen: component.amountFen.default(null),
      }),
    )
    .max(40)
    .default([]),
  plan: fields.plan.default(''),
  team: z
    .array(z.strictObject({ ...person, qualification: person.qualification.default(null) }))
    .max(50)
    .default([]),
  milestones: z
    .array(
      z.strictObject({
        title: milestone.title,
        dueOn: milestone.dueOn.default(null),
        amountFen: milestone.amountFen.default(null),
      }),
    )
    .max(60)
    .default([]),
  note: fields.note.default(''),
  memberIds: z.array(id).max(10).default([]),
});
export type ResponseInput = z.output<typeof responseInput>;
