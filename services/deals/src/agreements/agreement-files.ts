import type { AgreementView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import {
  Conflict,
  NotFound,
  ValidationFailed,
  type Context,
  type Download,
  type UploadedFile,
} from '@duijie/service-kit';
import type { Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { lockedAgreement, reachedAgreement } from './agreement-reach';
import type { DeliveryRepository } from './persistence/delivery.repository';

const mostFiles = 200;

/** Adds a file: proof of a delivery, of an acceptance, of a payment, a minute. Never asked for. */
export const addAgreementFile =
  (deps: AgreementDeps) =>
  (
    ctx: Context,
    agreementId: string,
    file: UploadedFile,
    purpose: AgreementView['files'][number]['purpose'],
  ): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const { agreements, delivery, clock, store } = deps;
      const [before] = await lockedAgreement(agreements, inner, agreementId, null, ['payer', 'provider', 'broker']);
      if (before.state === 'cancelled')
        throw new Conflict('agreement.cancelled', { zh: '协议草稿已作废', en: 'The draft was dropped' });
      if ((await delivery.files(inner, agreementId)).length >= mostFiles)
        throw new Conflict('agreement.too-many-files', {
          zh: `一份协议最多 ${mostFiles} 个文件`,
          en: `An agreement has at most ${mostFiles} files`,
        });
      const now = clock.now();
      const id = newId(now.getTime());
      await delivery.addFile(inner, {
        id,
        agreementId,
        purpose,
        fileName: file.name,
        mediaType: file.mediaType,
        size: file.size,
        sha256: file.sha256,
        addedAt: now,
      });
      return store(inner, before, before, {
        action: 'agreement.file-added',
        data: { fileId: id, purpose, sha256: file.sha256 },
      });
    });

/** Hands out a file to whoever sees the agreement. @throws NotFound */
export const downloadAgreementFile =
  ({ agreements, delivery, files }: AgreementDeps) =>
  async (ctx: Context, agreementId: string, fileId: string): Promise<Download> => {
    await reachedAgreement(agreements, ctx, agreementId);
    const file = await delivery.file(ctx, agreementId, fileId);
    if (!file) throw new NotFound();
    const { stream, size } = await files.open(file.sha256);
    return { stream, size, mediaType: file.mediaType, fileName: file.fileName };
  };

/** @throws ValidationFailed unless all are files of this agreement */
export async function requireFiles(
  delivery: DeliveryRepository,
  ctx: Context,
  agreementId: string,
  ids: readonly string[],
  pointer: string,
): Promise<void> {
  const different = new Set(ids);
  if (different.size === 0 || (await delivery.countFiles(ctx, agreementId, [...different])) === different.size) return;
  throw new ValidationFailed([
    { pointer, detail: { zh: '请先把文件上传到本协议', en: 'Upload the files to this agreement first' } },
  ]);
}
