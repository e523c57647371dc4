import type { ImportRowView, ImportView } from '@duijie/contracts';
import type { Locale } from '../context';
import { inLocale } from '../http/localise';
import type { RowFault } from './files/parsed-file';
import type { ImportJobEntity, ImportRowEntity } from './persistence/import.entity';

export function presentImport(job: ImportJobEntity, locale: Locale): ImportView {
  const { id, version, kind, source, fileName, dryRun, state, rows, starter } = job;
  const { pending, created, updated, unchanged, refused, undone, kept } = job;
  return {
    id,
    version,
    kind,
    source,
    fileName,
    dryRun,
    state,
    rows,
    counts: { pending, created, updated, unchanged, refused, undone, kept },
    unknownHeadings: [...job.unknownHeadings],
    failure: job.failure && inLocale(job.failure, locale),
    startedBy: starter.actor.type === 'person' ? starter.actor.name : starter.actor.type,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}

/** `/community/district` and `/categories/2` lead to the headings of `community.district` and `categories`. */
export function headingOf(headings: Readonly<Record<string, string>>, pointer: string): string | null {
  const parts = pointer.split('/').slice(1);
  for (let length = parts.length; length > 0; length -= 1) {
    const heading = headings[parts.slice(0, length).join('.')];
    if (heading !== undefined) return heading;
  }
  return null;
}

export function presentImportRow(row: ImportRowEntity, headings: Readonly<Record<string, string>>): ImportRowView {
  const faults = JSON.parse(row.faults ?? '[]') as RowFault[];
  return {
    line: row.line,
    externalId: row.externalId,
    outcome: row.outcome,
    aggregateId: row.aggregateId,
    faults: faults.map(({ pointer, detail }) => ({ pointer, heading: headingOf(headings, pointer), detail })),
  };
}
