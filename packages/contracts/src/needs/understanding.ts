import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { providerKinds } from '../policy';
import { fen, id, instant, leafCode, line, text, version } from '../primitives';
import { routesOf } from '../route';
import { urgency } from '../state/need';

/** Something read from words: how sure (0–1, no probability), and the words that led to it. */
const read = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, confidence: z.number().min(0).max(1), evidence: z.array(z.string()) });

/** What a text says, for its writer to confirm or correct; null or empty where it says nothing. */
export const understoodText = z.strictObject({
  /** Surest first. */
  components: z.array(
    z.strictObject({ code: leafCode, confidence: z.number().min(0).max(1), evidence: z.array(z.string()) }),
  ),
  /** At most three, fit for the need's categories. */
  categories: z.array(leafCode),
  place: read(z.strictObject({ district: z.string(), subdistrict: z.string().nullable() })).nullable(),
  /** Both 0: the text says that there is no money. */
  budget: read(z.strictObject({ minFen: fen, maxFen: fen })).nullable(),
  urgency: read(urgency).nullable(),
  kinds: z.array(read(z.enum(providerKinds))),
  qualifications: z.array(read(z.string())),
  households: read(z.int()).nullable(),
  /** What was chosen and does not stand in the words, beside what does; null where both agree. */
  careless: z.strictObject({ chosen: z.array(leafCode), told: z.array(leafCode) }).nullable(),
});
export type UnderstoodText = z.infer<typeof understoodText>;

/** From so many needs of so many organisations on, and at this share of what was counted, a correction is used. */
export const correctionThreshold = Object.freeze({ needs: 5, organisations: 3, sharePercent: 70 });

/** What posters have made of a phrase: it means a service, or does not. */
export const understandingCorrection = z.strictObject({
  id,
  version,
  phrase: z.string(),
  leaf: leafCode,
  verdict: z.enum(['means', 'not']),
  /** Needs and organisations that said so. */
  needs: z.int().min(1),
  organisations: z.int().min(1),
  /** Of all that was counted for the phrase, 0–100. */
  sharePercent: z.int().min(0).max(100),
  /** Beyond the threshold, not taken back: the understanding goes by it. */
  used: z.boolean(),
  takenBack: z.strictObject({ reason: z.string() }).nullable(),
  /** The latest needs that said so, at most 5. */
  examples: z.array(z.strictObject({ needId: id, title: z.string() })),
  lastAt: instant,
});
export type UnderstandingCorrection = z.infer<typeof understandingCorrection>;

const route = routesOf('needs');
const ofCorrection = z.strictObject({ correctionId: id });

export const understandText = route('understandText', {
  method: 'POST',
  path: '/needs/understanding',
  kind: 'call',
  summary: { zh: '读懂一段需求', en: 'What a text asks for, with the words that led to it' },
  body: z.strictObject({
    title: line(80).optional(),
    description: text(5000, 2),
    /** Services that the writer has chosen. */
    chosen: z.array(leafCode).max(20).default([]),
    /** District of the writer, for places of the same name. */
    district: line(30).optional(),
  }),
  response: understoodText,
});
export const listCorrections = route('listCorrections', {
  method: 'GET',
  path: '/needs/understanding/corrections',
  summary: { zh: '从更正中学到的说法', en: 'Phrases learnt from corrections, most counted first' },
  query: pageQuery,
  response: pageOf(understandingCorrection),
});
export const takeBackCorrection = route('takeBackCorrection', {
  method: 'POST',
  path: '/needs/understanding/corrections/:correctionId/take-back',
  kind: 'change',
  summary: { zh: '不再采用一条说法', en: 'Take back what was learnt of a phrase' },
  params: ofCorrection,
  body: z.strictObject({ reason: line(300, 2) }),
  response: understandingCorrection,
});
export const restoreCorrection = route('restoreCorrection', {
  method: 'POST',
  path: '/needs/understanding/corrections/:correctionId/restore',
  kind: 'change',
  summary: { zh: '重新采用一条说法', en: 'Go by what was learnt of a phrase again' },
  params: ofCorrection,
  response: understandingCorrection,
});

export const understandingRoutes = {
  understandText,
  listCorrections,
  takeBackCorrection,
  restoreCorrection,
} as const;
