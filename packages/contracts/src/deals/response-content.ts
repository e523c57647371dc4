import { z } from 'zod';
import { day, fen, id, leafCode, line, text } from '../primitives';

/** One component of what is offered: which member does it, and its price where price counts. */
export const offeredComponent = z.strictObject({
  code: leafCode,
  /** The leader unless given; else a member of the consortium. */
  organisationId: id.nullable().default(null),
  amountFen: fen.nullable().default(null),
});
export const teamMember = z.strictObject({
  name: line(40),
  role: line(60),
  qualification: line(120).nullable().default(null),
});
export const proposedMilestone = z.strictObject({
  title: line(120, 2),
  dueOn: day.nullable().default(null),
  amountFen: fen.nullable().default(null),
});

/** What is offered. Everything may be left out in a light mode; a contest about money asks for a price of each component. */
export const responseContent = z.strictObject({
  packageId: id.nullable().default(null),
  components: z.array(offeredComponent).max(40).default([]),
  plan: text(20_000).default(''),
  team: z.array(teamMember).max(50).default([]),
  milestones: z.array(proposedMilestone).max(60).default([]),
  note: text(2000).default(''),
});
export type ResponseContent = z.output<typeof responseContent>;

/** A whole response as it is sent: what is offered, and the other members of the consortium (联合体), leader left out. */
export const responseInput = responseContent.extend({ memberIds: z.array(id).max(10).default([]) });
export type ResponseInput = z.output<typeof responseInput>;
