import type { ConflictCheckView, ConflictFindingView, IntroductionBody, IntroductionView } from '@duijie/contracts';
import type { Examined } from './examine-conflicts';
import type { IntroductionEntity, KeptFinding } from './persistence/introduction.entity';

/** Staff see who stands behind the wall; a poster its kind, a provider neither. */
export type Audience = 'staff' | 'poster' | 'provider';

const findingFor =
  (audience: Audience) =>
  ({ words, publicWords, other, ...finding }: KeptFinding): ConflictFindingView => ({
    ...finding,
    code: audience === 'provider' ? null : finding.code,
    other: audience === 'staff' ? other : null,
    ...(audience === 'provider' ? publicWords : words),
  });

/** The outcome of a check, in the words for the audience. */
export const presentExamined = (one: Examined, audience: Audience): ConflictCheckView => ({
  ...one,
  findings: one.findings.map(findingFor(audience)),
});

/** The public state, as its event carries it. */
export const introductionBodyOf = (one: IntroductionEntity, clearance: 'clear' | 'cleared'): IntroductionBody => ({
  ...factsOf(one),
  brokeringOrganisationId: one.brokeringId,
  clearance,
});

const factsOf = (one: IntroductionEntity): Omit<IntroductionBody, 'clearance' | 'brokeringOrganisationId'> => ({
  id: one.id,
  version: one.version,
  needId: one.needId,
  needTitle: one.needTitle,
  posterId: one.posterId,
  organisationId: one.providerId,
  organisationName: one.providerName,
  packageId: one.packageId,
  packageTitle: one.packageTitle,
  state: one.state,
  by: one.by,
  answeredAt: one.answeredAt?.toISOString() ?? null,
  updatedAt: one.updatedAt.toISOString(),
  demo: one.demo,
});

/** An introduction as its page shows it. The reason of a decision on a flag may tell who stands behind the wall. */
export const presentIntroduction = (one: IntroductionEntity, audience: Audience): IntroductionView => ({
  ...factsOf(one),
  posterName: one.posterName,
  introducedBy: {
    organisationId: one.brokerOrganisationId,
    organisationName: one.brokerOrganisationName,
    name: one.brokerName,
  },
  note: one.note,
  introducedAt: one.introducedAt?.toISOString() ?? null,
  answeredBy: one.answeredBy,
  reason: one.reason,
  meeting: one.meeting,
  conflict: {
    outcome: one.clearance,
    findings: one.findings.map(findingFor(audience)),
    decision:
      one.decision === null || audience === 'provider'
        ? null
        : {
            reason: one.decision.reason,
            at: one.decision.at,
            by: one.decision.by,
            organisationName: one.decision.organisationName,
          },
  },
});
