import type { Context } from '@duijie/service-kit';
import type { CaseEntity } from './persistence/case.entity';
import type { CaseRepository } from './persistence/case.repository';

type Links = Pick<CaseEntity, 'posterId' | 'counterpartId' | 'needId'>;

/** @returns whom and what the names of a case mean, as far as that is known; what is linked already stays */
export const linksOf =
  (cases: CaseRepository) =>
  async (
    ctx: Context,
    one: Pick<CaseEntity, 'title' | 'posterName' | 'counterpartName' | 'state' | keyof Links>,
  ): Promise<Links> => {
    const posterId = one.posterId ?? (await cases.organisationNamed(ctx, one.posterName));
    return {
      posterId,
      counterpartId:
        one.counterpartId ??
        (one.counterpartName === null ? null : await cases.organisationNamed(ctx, one.counterpartName)),
      needId:
        one.needId ??
        (posterId === null || one.state !== 'open' ? null : await cases.needTitled(ctx, posterId, one.title)),
    };
  };
