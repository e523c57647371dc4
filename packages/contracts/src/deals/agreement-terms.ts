import { z } from 'zod';
import { day, fen, id, leafCode, line } from '../primitives';

/** One component of an agreement: done by and paid to one organisation (分项由谁做、付给谁). */
export const agreementPart = z.strictObject({ code: leafCode, organisationId: id, amountFen: fen.nullable() });
export type AgreementPart = z.infer<typeof agreementPart>;

/** A milestone to be kept (with `id`) or added (without). `amountFen` is the instalment that its acceptance makes due. */
export const agreementMilestoneInput = z.strictObject({
  id: id.optional(),
  title: line(120, 2),
  dueOn: day.nullable().default(null),
  amountFen: fen.nullable().default(null),
});

/**
 * What may be set of a draft, or changed by both sides later; what is left out stays as it is, or as award and response
 * say. The price of a draft is at most what was awarded, a change may go up to what is left of the need's money. Amounts of the components sum to the price; amounts of the milestones do not exceed it; each component of the lot
 * stands once; members belong to the consortium or to the provider's group. `milestones` is the whole list, in order.
 */
export const agreementTerms = z.strictObject({
  priceFen: fen.nullable().optional(),
  startsOn: day.nullable().optional(),
  endsOn: day.nullable().optional(),
  components: z.array(agreementPart).min(1).max(40).optional(),
  milestones: z.array(agreementMilestoneInput).min(1).max(60).optional(),
});
export type AgreementTerms = z.infer<typeof agreementTerms>;
