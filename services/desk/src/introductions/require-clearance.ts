import { NotAllowed, Refusal, type Fault } from '@duijie/service-kit';
import type { Examined } from './examine-conflicts';
import type { IntroductionEntity } from './persistence/introduction.entity';

const join = (parts: readonly string[], by: string): string => [...new Set(parts)].join(by);
const faultOf = ({ organisationName, findings }: Examined, index: number): Fault => ({
  pointer: `/providers/${index}`,
  detail: {
    zh: `${organisationName}：${join(
      findings.map(({ words }) => words.zh),
      '；',
    )}`,
    en: `${organisationName}: ${join(
      findings.map(({ words }) => words.en),
      '; ',
    )}`,
  },
});

/** Whether an earlier decision of a broker covers everything that is found now. */
export function isDecided(held: IntroductionEntity | undefined, examined: Examined): boolean {
  if (held?.clearance !== 'cleared') return false;
  const decided = new Set(held.findings.map(({ code, other }) => `${code} ${other?.organisationId}`));
  return examined.findings.every(({ code, other }) => decided.has(`${code} ${other?.organisationId}`));
}

/** What somebody decides about: a provider with what was found of it. */
type Matter = Pick<Examined, 'organisationId' | 'findings'>;

const ownPackage = (): Refusal =>
  new NotAllowed({
    reason: 'introduction.own-package',
    detail: {
      zh: '本协会起草、审核或撮合过本需求，协会自己的服务包须由他人或其他机构推介',
      en: 'Your association drafted, screened or brokers this need: another body must broker its own package',
    },
  });

/**
 * A body never brokers its own package for a need for which it brokers others, whichever comes first.
 * @param brokeringId the body that brokers now; null where nobody does @param providerIds whom it introduces
 * @param earlier all introductions of the need
 * @throws NotAllowed `introduction.own-package`
 */
export function requireOneRole(
  brokeringId: string | null,
  providerIds: readonly string[],
  earlier: readonly Pick<IntroductionEntity, 'brokeringId' | 'providerId' | 'live' | 'introducedAt'>[],
): void {
  if (brokeringId === null) return;
  const before = earlier.filter((one) => one.brokeringId === brokeringId);
  const isOwn = (id: string): boolean => id === brokeringId;
  const own = providerIds.some(isOwn) || before.some(({ providerId, live }) => live !== null && isOwn(providerId));
  const others =
    providerIds.some((id) => !isOwn(id)) ||
    before.some(({ providerId, live, introducedAt }) => !isOwn(providerId) && (live ?? introducedAt) !== null);
  if (own && others) throw ownPackage();
}

/**
 * Nobody decides about the own offer, nor about a tie to oneself.
 * @param brokeringId the body that brokers or decides; null where nobody does
 * @throws NotAllowed `introduction.own-package`, `introduction.concerned`
 */
export function requireOtherBroker(brokeringId: string | null, matters: readonly Matter[]): void {
  if (matters.some(({ organisationId }) => organisationId === brokeringId)) throw ownPackage();
  if (matters.some(({ findings }) => findings.some(({ other }) => other?.organisationId === brokeringId)))
    throw new NotAllowed({
      reason: 'introduction.concerned',
      detail: {
        zh: '利益关联涉及本机构，须由其他机构核定',
        en: 'The possible conflict is with your own organisation: another body decides',
      },
    });
}

/**
 * What the wall lets through.
 * @param decided tells of each line whether a flag on it was decided on
 * @throws Refusal `conflict`: `introduction.blocked`, then `introduction.flagged`, with a pointer to each line concerned
 */
export function requireClearance(
  examined: readonly Examined[],
  decided: (examined: Examined, index: number) => boolean,
): void {
  const blocked = examined.flatMap((one, index) => (one.outcome === 'blocked' ? [faultOf(one, index)] : []));
  if (blocked.length > 0)
    throw new Refusal('conflict', {
      reason: 'introduction.blocked',
      detail: { zh: '因利益回避，不能推介', en: 'The conflict wall bars the introduction' },
      faults: blocked,
    });
  const flagged = examined.flatMap((one, index) =>
    one.outcome === 'flagged' && !decided(one, index) ? [faultOf(one, index)] : [],
  );
  if (flagged.length > 0)
    throw new Refusal('conflict', {
      reason: 'introduction.flagged',
      detail: {
        zh: '可能存在利益关联，请核定并写明理由后再推介',
        en: 'There may be a conflict of interest: decide on it and give the reason in the same call',
      },
      faults: flagged,
    });
}
