import { newId } from '@duijie/domain-kit';
import {
  Conflict,
  NotFound,
  type Context,
  type Database,
  type Download,
  type FileStore,
  type UploadedFile,
} from '@duijie/service-kit';
import { lookAgain, type LookAgainDeps } from './look-again';
import type { Need } from './need';
import { changeableStates } from './need-lifecycle';
import { lockedNeed, seesPrivate, visibleNeed } from './need-reach';
import { requireState } from './next-state';
import type { NeedPartsRepository } from './persistence/need-parts.repository';
import type { NeedRepository } from './persistence/need.repository';
import type { StoreNeed } from './store-need';

export interface AttachDeps extends LookAgainDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly parts: NeedPartsRepository;
  readonly files: FileStore;
  readonly store: StoreNeed;
}
const mostFiles = 30;

/** The poster attaches a file that was uploaded. */
export const attachToNeed =
  (deps: AttachDeps) =>
  (
    ctx: Context,
    needId: string,
    file: UploadedFile,
    { title, private: hidden }: { readonly title?: string | undefined; readonly private: boolean },
  ): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const { needs, parts, store, clock } = deps;
      const need = await lockedNeed(needs, inner, needId, null);
      requireState(need.state, [...changeableStates, 'deciding']);
      if ((await parts.attachments(inner, needId)).length >= mostFiles)
        throw new Conflict('need.too-many-files', {
          zh: `一个需求最多 ${mostFiles} 个附件`,
          en: `A need has at most ${mostFiles} files`,
        });
      const now = clock.now();
      const id = newId(now.getTime());
      await parts.addAttachment(inner, {
        id,
        needId,
        title: title ?? file.name.slice(0, 120),
        fileName: file.name,
        mediaType: file.mediaType,
        size: file.size,
        sha256: file.sha256,
        private: hidden,
        addedAt: now,
      });
      const { need: after, steps } = await lookAgain(deps, inner, need, need, !hidden);
      return store(inner, need, after, [
        { action: 'need.file-added', data: { attachmentId: id, sha256: file.sha256, private: hidden } },
        ...steps,
      ]);
    });

/** Removes a file before publication; a decision whose scan it was keeps its day only. */
export const removeFromNeed =
  ({ database, needs, parts, store }: AttachDeps) =>
  (ctx: Context, needId: string, ifMatch: number, attachmentId: string): Promise<Need> =>
    database.run(ctx, async (inner) => {
      const need = await lockedNeed(needs, inner, needId, ifMatch);
      requireState(need.state, ['draft', 'returned']);
      if (!(await parts.attachments(inner, needId)).some((one) => one.id === attachmentId)) throw new NotFound();
      await parts.removeAttachment(inner, attachmentId);
      const basis = need.decisionBasis;
      const after: Need =
        basis?.attachmentId === attachmentId ? { ...need, decisionBasis: { ...basis, attachmentId: null } } : need;
      return store(inner, need, after, [{ action: 'need.file-removed', data: { attachmentId } }]);
    });

/** Hands out a file to whoever sees the need, a private one to those who see its private part. */
export const downloadFromNeed =
  ({ needs, parts, files }: AttachDeps) =>
  async (ctx: Context, needId: string, attachmentId: string): Promise<Download> => {
    const need = await visibleNeed(needs, ctx, needId);
    const file = (await parts.attachments(ctx, needId)).find((one) => one.id === attachmentId);
    if (!file || (file.private && !seesPrivate(ctx, need))) throw new NotFound();
    const { stream, size } = await files.open(file.sha256);
    return { stream, size, mediaType: file.mediaType, fileName: file.fileName };
  };
