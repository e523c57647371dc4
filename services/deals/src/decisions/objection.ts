import type { ObjectionBody } from '@duijie/contracts';

/** A question or objection to a result (异议) as deals keeps it. */
export interface Objection {
  readonly id: string;
  readonly version: number;
  readonly lotId: string;
  readonly needId: string;
  readonly needTitle: string;
  readonly awardId: string;
  readonly posterId: string;
  /** Known to the objector only, as long as it is not formal. */
  readonly objectorId: string;
  readonly objectorName: string;
  readonly state: ObjectionBody['state'];
  readonly text: string;
  readonly passedAt: Date | null;
  readonly passedText: string | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly formalAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly calendarKnown: boolean;
  readonly decision: string | null;
  readonly decidedAt: Date | null;
  readonly raisedAt: Date;
  readonly updatedAt: Date;
  readonly demo: boolean;
}

/** Whether it carries its name: once it is formal, and for good. */
export const isNamed = ({ formalAt }: Objection): boolean => formalAt !== null;

/** Whether the poster still owes an answer to a formal objection; an answer to the question before it does not count. */
const owesAnswer = ({ state, formalAt, answeredAt }: Objection): boolean =>
  state === 'formal' && (answeredAt === null || formalAt === null || answeredAt < formalAt);

/** What may be known of an objection by whoever knows that there is one. */
export const objectionBodyOf = (one: Objection): ObjectionBody => ({
  id: one.id,
  version: one.version,
  lotId: one.lotId,
  needId: one.needId,
  needTitle: one.needTitle,
  awardId: one.awardId,
  posterId: one.posterId,
  organisationId: isNamed(one) ? one.objectorId : null,
  organisationName: isNamed(one) ? one.objectorName : null,
  state: one.state,
  passedAt: one.passedAt?.toISOString() ?? null,
  answerDueAt: owesAnswer(one) ? (one.answerDueAt?.toISOString() ?? null) : null,
  updatedAt: one.updatedAt.toISOString(),
  demo: one.demo,
});
