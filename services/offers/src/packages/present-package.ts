import type { PackageBody, PackageSummary, PackageView } from '@duijie/contracts';
import { combinedRecord } from '../track-records/combined-record';
import type { PackageContent } from './package-faults';
import type { PackageWithProvider } from './persistence/package-board.read-model';
import type { PackageEntity, PackageEvidenceEntity } from './persistence/package.entity';

/** What a provider entered, out of the row. */
export const contentOf = (one: PackageEntity): PackageContent => ({
  title: one.title,
  description: one.description,
  categories: [...one.categories],
  serviceArea: one.serviceArea,
  price: { model: one.priceModel, minFen: one.priceMinFen, maxFen: one.priceMaxFen },
  capacity: one.capacity,
  leadTimeDays: one.leadTimeDays,
  contactHours: one.contactHours,
  coreService: one.coreService,
});

/** @returns the row with other content */
export const withContent = (one: PackageEntity, { price, ...content }: PackageContent): PackageEntity => ({
  ...one,
  ...content,
  priceModel: price.model,
  priceMinFen: price.minFen,
  priceMaxFen: price.maxFen,
});

/** The public state, as events and versions carry it. */
export function packageBody({ package: one, provider, record, delivered }: PackageWithProvider): PackageBody {
  return {
    id: one.id,
    version: one.version,
    providerId: one.providerId,
    providerName: provider.name,
    providerKind: provider.kind,
    state: one.state,
    ...contentOf(one),
    trackRecord: combinedRecord(record, delivered, one.categories),
    publishedAt: one.publishedAt?.toISOString() ?? null,
    updatedAt: one.updatedAt.toISOString(),
    demo: one.demo,
  };
}

export function packageSummaryOf(found: PackageWithProvider): PackageSummary {
  const { description: _description, contactHours: _contactHours, ...summary } = packageBody(found);
  return summary;
}

function evidenceOf(piece: PackageEvidenceEntity): PackageView['evidence'][number] {
  const { id, title, url, fileName, mediaType, size } = piece;
  const addedAt = piece.addedAt.toISOString();
  return piece.type === 'link'
    ? { id, type: 'link', title, url: url ?? '', addedAt }
    : { id, type: 'file', title, fileName: fileName ?? '', mediaType: mediaType ?? '', size: size ?? 0, addedAt };
}

export const packageViewOf = (found: PackageWithProvider, evidence: readonly PackageEvidenceEntity[]): PackageView => ({
  ...packageBody(found),
  evidence: evidence.map(evidenceOf),
  suspension: found.package.suspension,
});
