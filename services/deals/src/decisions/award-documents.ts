import { newId } from '@duijie/domain-kit';
import {
  actingIdOf,
  Conflict,
  NotFound,
  requireReach,
  type Context,
  type Download,
  type UploadedFile,
} from '@duijie/service-kit';
import { isRival } from '../responses/is-rival';
import type { Award } from './award';
import type { DecisionDeps } from './decision-deps';
import { foundLot, lockedOwnLot, lotSubject } from './lot-reach';

const mostDocuments = 20;

/** The poster attaches the document that its decision rests on. @throws NotFound, NotAllowed */
export const addAwardDocument =
  (deps: DecisionDeps) =>
  (ctx: Context, awardId: string, file: UploadedFile, title: string | undefined): Promise<Award> =>
    deps.database.run(ctx, async (inner) => {
      const { audit, awards, clock, documents, lots } = deps;
      const award = await awards.find(inner, awardId);
      if (!award) throw new NotFound();
      await lockedOwnLot(lots, inner, award.lotId, null);
      if ((await documents.ofAwards(inner, [awardId])).length >= mostDocuments)
        throw new Conflict('award.too-many-files', {
          zh: `最多 ${mostDocuments} 个附件`,
          en: `At most ${mostDocuments} files`,
        });
      const now = clock.now();
      const { name, mediaType, size, sha256 } = file;
      const id = newId(now.getTime());
      await documents.add(inner, {
        id,
        awardId,
        title: title ?? name.slice(0, 120),
        fileName: name,
        mediaType,
        size,
        sha256,
        addedAt: now,
      });
      await audit.record(inner, {
        action: 'award.document-added',
        aggregate: { type: 'award', id: awardId },
        data: { documentId: id, sha256 },
      });
      return award;
    });

/** Hands out a document to poster, winner, brokers and officers of the area, none of them a rival. @throws NotFound */
export const downloadAwardDocument =
  ({ awards, documents, files, lots, responses }: DecisionDeps) =>
  async (ctx: Context, awardId: string, documentId: string): Promise<Download> => {
    const award = await awards.find(ctx, awardId);
    if (!award) throw new NotFound();
    const lot = await foundLot(lots, ctx, award.lotId);
    const won = lot.award?.organisationId === actingIdOf(ctx) && lot.award?.id === awardId;
    if (!won) {
      requireReach(ctx, { ...lotSubject(lot), visible: false });
      if (await isRival(responses, ctx, lot.id)) throw new NotFound();
    }
    const found = (await documents.ofAwards(ctx, [awardId])).find(({ id }) => id === documentId);
    if (!found) throw new NotFound();
    const { stream, size } = await files.open(found.sha256);
    return { stream, size, mediaType: found.mediaType, fileName: found.fileName };
  };
