import { newId } from '@duijie/domain-kit';
import {
  actingForOf,
  Conflict,
  NotAllowed,
  personOf,
  ValidationFailed,
  type Importer,
  type TransactionContext,
} from '@duijie/service-kit';
import type { CaseDeps } from './case-deps';
import { caseColumns, caseRow, stateOfProgress, type CaseRow } from './case-row';
import { storeCase } from './change-case';
import { linksOf } from './link-case';
import { setNextStep } from './next-step';
import type { CaseEntity } from './persistence/case.entity';

/**
 * Loads a broker's cases: each row one case of the broker's association, held by the broker, with its next step in the
 * queue. Names are linked to organisations and needs where they are known, else when they come.
 */
export function casesImporter(deps: CaseDeps): Importer<typeof caseRow> {
  const { cases, clock, sealing } = deps;
  const store = storeCase(deps);
  const step = setNextStep(deps);
  const links = linksOf(cases);

  const associationOf = (ctx: TransactionContext): string => {
    const { organisationId, kind } = actingForOf(ctx);
    if (kind !== 'association') throw new NotAllowed();
    return organisationId;
  };
  const saidBy = (row: CaseRow) => ({
    title: row.title,
    district: row.district,
    subdistrict: row.subdistrict,
    contact: sealing.seal({ name: row.contactName, phone: row.phone }),
    progress: row.progress,
    note: row.note,
    state: stateOfProgress(row.progress),
    demo: row.demo,
  });

  return {
    kind: 'cases',
    row: caseRow,
    columns: caseColumns,
    async apply(ctx, row, origin, known) {
      const associationId = associationOf(ctx);
      const before = known === null ? null : await cases.lock(ctx, known);
      if (before && before.associationId !== associationId)
        throw new ValidationFailed([
          { pointer: '/id', detail: { zh: '这是其他协会的事项', en: 'It is a case of another association' } },
        ]);
      if (before && before.version !== before.importedVersion)
        throw new Conflict('case.changed-since-import', {
          zh: '导入后已在平台上办理，请在平台上修改',
          en: 'It was dealt with here since it was imported; change it here',
        });
      const { personId, name } = personOf(ctx);
      const now = clock.now();
      const facts = saidBy(row);
      const renamed = before !== null && before.posterName !== row.poster;
      const draft: Omit<CaseEntity, 'version' | 'updatedAt'> = {
        id: before?.id ?? newId(now.getTime()),
        importedVersion: (before?.version ?? 0) + 1,
        associationId,
        ...facts,
        posterName: row.poster,
        posterId: renamed ? null : (before?.posterId ?? null),
        counterpartName: row.counterpart,
        counterpartId: before?.counterpartName === row.counterpart ? before.counterpartId : null,
        needId: renamed || before?.title !== row.title ? null : before.needId,
        assigneeId: before ? before.assigneeId : personId,
        assigneeName: before ? before.assigneeName : name,
        importedSource: origin.source,
        importedId: origin.externalId,
        removedAt: null,
        createdAt: before?.createdAt ?? now,
      };
      const one = await store(
        ctx,
        before,
        { ...draft, ...(await links(ctx, draft)) },
        before ? 'changed' : 'imported',
        {
          source: origin.source,
          externalId: origin.externalId,
        },
      );
      await step(ctx, one, { nextStep: row.nextStep, nextOn: row.nextOn });
      return { outcome: before ? 'updated' : 'created', id: one.id, version: one.version };
    },

    async undo(ctx, id, version) {
      const one = await cases.lock(ctx, id);
      if (!one) return 'undone';
      if (one.version !== version || (await cases.isTouched(ctx, id, one.associationId))) return 'kept';
      const gone = await store(
        ctx,
        one,
        { ...one, state: 'dropped', contact: null, note: null, removedAt: clock.now() },
        'removed',
        { by: 'import-undone' },
      );
      await step(ctx, gone, { nextStep: null, nextOn: null });
      return 'undone';
    },
  };
}
