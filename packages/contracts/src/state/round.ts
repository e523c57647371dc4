import { z } from 'zod';
import { id, version } from '../primitives';

/** What one need of a published round (撮合轮次) is offered: the desk introduces these providers to it. */
export const roundOffersBody = z.strictObject({
  roundId: id,
  version,
  needId: id,
  /** The broker's words, for both sides. */
  note: z.string().nullable(),
  offers: z
    .array(z.strictObject({ providerId: id, packageId: id }))
    .min(1)
    .max(5),
});
export type RoundOffersBody = z.infer<typeof roundOffersBody>;

/**
 * What became of an offer at the desk: `introduced`; `asked` a flag of the conflict wall waits for somebody's decision;
 * `stood` the provider was introduced already; `refused` for the reason given.
 */
export const roundOfferOutcome = z.enum(['introduced', 'asked', 'stood', 'refused']);

export const roundTakenBody = z.strictObject({
  roundId: id,
  version,
  needId: id,
  outcomes: z
    .array(
      z.strictObject({
        packageId: id,
        outcome: roundOfferOutcome,
        words: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
      }),
    )
    .min(1)
    .max(5),
});
export type RoundTakenBody = z.infer<typeof roundTakenBody>;
