import type { AwardView } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import type { Lot } from '../../lots/lot';
import { isRival } from '../../responses/is-rival';
import { awardBodyOf, type Award } from '../award';
import type { DecisionDeps } from '../decision-deps';
import { standingTo } from '../lot-reach';
import type { StoredAwardDocument } from '../persistence/award-document.repository';

function awardPage(award: Award, documents: readonly StoredAwardDocument[], sees: boolean): AwardView {
  return {
    ...awardBodyOf(award),
    version: award.version,
    lotId: award.lotId,
    needId: award.needId,
    attempt: award.attempt,
    kind: award.kind,
    packageVersion: award.packageVersion,
    effectiveAt: award.effectiveAt?.toISOString() ?? null,
    cancelled:
      award.state === 'cancelled' && award.endedAt !== null
        ? { at: award.endedAt.toISOString(), because: award.cancelledBecause ?? '' }
        : null,
    documentNote: award.documentNote,
    documents: documents.map(({ id, title, fileName, mediaType, size, addedAt }) => ({
      id,
      title,
      fileName,
      mediaType,
      size,
      addedAt: addedAt.toISOString(),
    })),
    ranking: sees ? [...award.ranking] : null,
    scoring: sees ? award.scoring : null,
  };
}

/**
 * Shows awards of one lot with their documents: how it was ranked to the poster, brokers and officers only, and to none of
 * them whose organisation competes or competed there.
 */
export const showAwards =
  ({ documents, responses }: Pick<DecisionDeps, 'documents' | 'responses'>) =>
  async (ctx: Context, lot: Lot, awards: readonly Award[]): Promise<AwardView[]> => {
    const files = await documents.ofAwards(
      ctx,
      awards.map(({ id }) => id),
    );
    const you = standingTo(ctx, lot);
    const sees =
      (you === 'poster' || you === 'broker' || you === 'officer') && !(await isRival(responses, ctx, lot.id));
    return awards.map((award) =>
      awardPage(
        award,
        files.filter(({ awardId }) => awardId === award.id),
        sees,
      ),
    );
  };
