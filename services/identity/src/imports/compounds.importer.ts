import type { Importer, ImportResult, RowOrigin } from '@duijie/service-kit';
import { newCompound } from '../compounds/new-compound';
import type { CompoundEntity } from '../compounds/persistence/compound.entity';
import { createCompoundsRepository } from '../compounds/persistence/compounds.repository';
import { placeCompound } from '../compounds/place-compound';
import { saveCompound } from '../compounds/save-compound';
import type { IdentityDeps } from '../identity-deps';
import { compoundColumns, compoundRow, type CompoundRow } from './compound-row';

const fenOf = (yuan: number | null | undefined): number | null =>
  yuan === null || yuan === undefined ? null : Math.round(yuan * 100);

/** Facts that the row gives; what it leaves out stays as it is known. */
function factsOf(row: CompoundRow): Partial<CompoundEntity> {
  const { id: _id, community: _community, feeYuan, commonIncomeYuanPerYear, maintenanceFundYuan, ...plain } = row;
  const money = {
    feeFen: fenOf(feeYuan),
    commonIncomeFenPerYear: fenOf(commonIncomeYuanPerYear),
    maintenanceFundFen: fenOf(maintenanceFundYuan),
  };
  return Object.fromEntries(
    Object.entries({ ...plain, ...money }).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<CompoundEntity>;
}

/** Compounds from files. One that is known by name and place is completed, not made again. */
export function compoundsImporter(deps: IdentityDeps): Importer<typeof compoundRow> {
  const { database, audit, clock } = deps;
  const compounds = createCompoundsRepository(database);
  const place = placeCompound(database);
  const save = saveCompound(deps);
  return {
    kind: 'compounds',
    row: compoundRow,
    columns: compoundColumns,

    async apply(tx, row, origin: RowOrigin, knownId): Promise<ImportResult> {
      const placed = await place(tx, { ...row, communities: row.community }, false);
      if ('faults' in placed)
        return {
          outcome: 'refused',
          faults: placed.faults.map((f) => ({
            pointer: f.pointer,
            detail: typeof f.detail === 'string' ? { zh: f.detail, en: f.detail } : f.detail,
          })),
        };
      const { district, subdistrict, communities } = placed;
      const facts = factsOf(row);
      const imported = { importedSource: origin.source, importedId: origin.externalId };
      const byPlace = knownId === null ? await compounds.byPlace(tx, { district, subdistrict, name: row.name }) : null;
      const known = await compounds.lock(tx, knownId ?? byPlace?.id ?? '');
      const where = { district, subdistrict };
      let compound: CompoundEntity;
      if (known) compound = await save.change(tx, known, { ...facts, ...where, ...imported }, communities);
      else {
        compound = newCompound({ ...facts, name: row.name, type: row.type, ...where, ...imported }, clock.now());
        await save.add(tx, compound, communities);
      }
      await audit.record(tx, {
        action: known ? 'compound.changed' : 'compound.created',
        aggregate: { type: 'compound', id: compound.id },
        data: { by: 'import', source: origin.source },
      });
      return { outcome: known ? 'updated' : 'created', id: compound.id, version: compound.version };
    },

    async undo(tx, id, version) {
      const compound = await compounds.lock(tx, id);
      if (!compound) return 'undone';
      if (compound.version !== version) return 'kept';
      await save.change(
        tx,
        compound,
        { live: null, importedSource: null, importedId: null },
        await compounds.communities(tx, id),
      );
      await audit.record(tx, {
        action: 'compound.removed',
        aggregate: { type: 'compound', id },
        data: { by: 'import-undone' },
      });
      return 'undone';
    },
  };
}
