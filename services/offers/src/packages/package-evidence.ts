import { newId, type Clock } from '@duijie/domain-kit';
import { Conflict, NotFound, type TransactionContext, type UploadedFile } from '@duijie/service-kit';
import type { PackageEdit } from './edit-package';
import type { PackageDeps } from './package-deps';
import { requireAlive } from './package-lifecycle';
import type { PackageEntity, PackageEvidenceEntity } from './persistence/package.entity';

const maxPieces = 20;

const pieceOf = (one: PackageEntity, title: string, clock: Clock): PackageEvidenceEntity => ({
  id: newId(clock.now().getTime()),
  packageId: one.id,
  type: 'link',
  title,
  url: null,
  sha256: null,
  fileName: null,
  mediaType: null,
  size: null,
  addedAt: clock.now(),
});

/** Edits of a package's evidence. They make a new version of the page, not of the offer. */
export function packageEvidence({ packages, clock }: PackageDeps) {
  const step = (action: string, title: string) => ({ action, offer: false, data: { title } });
  async function add(ctx: TransactionContext, one: PackageEntity, piece: PackageEvidenceEntity): Promise<void> {
    requireAlive(one.state);
    if ((await packages.listEvidence(ctx, one.id)).length >= maxPieces)
      throw new Conflict('package.evidence-full', {
        zh: `最多 ${maxPieces} 份证明材料`,
        en: `At most ${maxPieces} pieces of evidence`,
      });
    await packages.addEvidence(ctx, piece);
  }
  return {
    addLink:
      ({ title, url }: { readonly title: string; readonly url: string }): PackageEdit =>
      async (ctx, one) => {
        await add(ctx, one, { ...pieceOf(one, title, clock), url });
        return [one, step('package.evidence-added', title)];
      },
    addFile:
      (file: UploadedFile, title: string | undefined): PackageEdit =>
      async (ctx, one) => {
        const { sha256, size, mediaType, name: fileName } = file;
        const named = title ?? fileName.slice(0, 120);
        await add(ctx, one, { ...pieceOf(one, named, clock), type: 'file', sha256, size, mediaType, fileName });
        return [one, step('package.evidence-added', named)];
      },
    remove:
      (evidenceId: string): PackageEdit =>
      async (ctx, one) => {
        requireAlive(one.state);
        const piece = await packages.findEvidence(ctx, one.id, evidenceId);
        if (!piece || !(await packages.removeEvidence(ctx, one.id, evidenceId))) throw new NotFound();
        return [one, step('package.evidence-removed', piece.title)];
      },
  };
}
