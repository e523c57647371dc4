import type { NeedChange } from '@duijie/contracts';
import { dayOf, newId } from '@duijie/domain-kit';
import {
  Conflict,
  ValidationFailed,
  type Context,
  type Importer,
  type ImportResult,
  type RowOrigin,
  type TransactionContext,
} from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import { blankNeed } from '../blank-need';
import { changed, changedByPoster, type ChangeDeps } from '../change-need';
import { closed } from '../close-need';
import { withDrafters } from '../conflict-wall';
import { fillInNeed } from '../fill-in-need';
import { lookedAt } from '../looked-at';
import { listingOf, type Need } from '../need';
import type { KnownOrganisation } from '../persistence/copies.repository';
import { posterVerified } from '../poster-standing';
import { publishNeed } from '../publish-need';
import { basesMissing, modeFaults } from '../publishing-gate';
import { submitted } from '../submit-need';
import { changeOfRow } from './change-of-row';
import { needColumns, needRow, type NeedRow } from './need-row';

const undone = 'import.undone';

/** The association's people and services enter rows for others; everybody else for the organisation acted for. */
const ownOnly = (ctx: Context): string | null =>
  ctx.actor.type === 'person' && ctx.actor.actingFor?.kind !== 'association'
    ? (ctx.actor.actingFor?.organisationId ?? '')
    : null;

/** Imports needs, one row one need, on behalf of the organisation that the row names. */
export function needsImporter(deps: ChangeDeps): Importer<typeof needRow> {
  const { needs, copies, reference, surround, store, clock } = deps;

  async function posterOf(ctx: TransactionContext, row: NeedRow, source: string): Promise<KnownOrganisation> {
    const { district, subdistrict, name } = row.community;
    const own = ownOnly(ctx);
    const found =
      row.organisation === undefined
        ? own === null
          ? district === undefined || subdistrict === undefined || name === undefined
            ? null
            : await copies.communityAt(ctx, { district, subdistrict, name })
          : await copies.organisation(ctx, own)
        : await copies.organisationImported(ctx, source, row.organisation);
    const pointer = row.organisation === undefined ? '/community/name' : '/organisation';
    if (!found)
      throw new ValidationFailed([
        {
          pointer,
          detail: {
            zh: '没有找到发布需求的社区或机构。请写明区、街道、社区，或发布机构',
            en: 'The posting community or organisation is not known. Name district, subdistrict and community, or the organisation',
          },
        },
      ]);
    if (own !== null && found.id !== own)
      throw new ValidationFailed([
        { pointer, detail: { zh: '只能导入本机构的需求', en: 'Only needs of the own organisation can be imported' } },
      ]);
    return found;
  }

  async function create(ctx: TransactionContext, row: NeedRow, origin: RowOrigin): Promise<ImportResult> {
    const poster = await posterOf(ctx, row, origin.source);
    const { change, faults } = changeOfRow(row, await reference.understanding(ctx));
    if (faults.length > 0) throw new ValidationFailed(faults);
    const now = clock.now();
    const blank = blankNeed(newId(now.getTime()), poster, now, row.demo ?? poster.demo);
    const filled = fillInNeed(blank, change, await surround(ctx, blank, change, poster));
    const draft: Need = {
      ...filled,
      origin: { ...origin, version: 1 },
      exclusions: await withDrafters(copies, ctx, filled),
    };
    const facts = { source: origin.source, externalId: origin.externalId, onBehalfOf: poster.id };
    if (!row.publish) {
      const need = await store(ctx, null, draft, [{ action: 'need.imported', from: null, to: 'draft', data: facts }]);
      return { outcome: 'created', id: need.id, version: need.version };
    }
    if (ownOnly(ctx) !== null) {
      const handedIn = await submitted(deps, ctx, draft);
      const need = await store(ctx, null, handedIn.need, [
        { action: 'need.imported', from: null, to: 'draft', data: facts },
        ...handedIn.steps,
      ]);
      return { outcome: 'created', id: need.id, version: need.version };
    }
    // Staff answer for what they enter: it is published as looked at, and a decision that is missing is written down
    // instead of asked for. One entry tells the whole way, so that thousands of rows stay quick.
    await posterVerified(copies, ctx, poster.id);
    const withoutReason = modeFaults(draft);
    if (withoutReason.length > 0) throw new ValidationFailed(withoutReason);
    const book = await reference.book(ctx);
    const on = dayOf(now);
    const missing = basesMissing(draft, book, on).map((basis) => basis.ruleId);
    const published = publishNeed({ ...draft, state: 'submitted' }, book, {
      on,
      now,
      screening: null,
    }).need;
    const need = await store(ctx, null, lookedAt(ctx, published), [
      {
        action: 'need.imported',
        from: null,
        to: published.state,
        data: { ...facts, ...(missing.length > 0 ? { missing } : {}) },
      },
    ]);
    return { outcome: 'created', id: need.id, version: need.version };
  }

  /** What staff enter in a need that others see was looked at by it. */
  async function changedByStaff(ctx: TransactionContext, before: Need, change: NeedChange): Promise<Need> {
    const after = await changed(deps, ctx, before, change);
    if (listingOf(before) === 'hidden' || isDeepStrictEqual(after, before)) return after;
    await posterVerified(copies, ctx, before.organisationId);
    return lookedAt(ctx, after);
  }

  async function update(ctx: TransactionContext, row: NeedRow, before: Need): Promise<ImportResult> {
    const own = ownOnly(ctx);
    if (own !== null && before.organisationId !== own)
      throw new ValidationFailed([
        { pointer: '/id', detail: { zh: '这是其他机构的需求', en: 'It is the need of another organisation' } },
      ]);
    if (before.version !== before.origin?.version)
      throw new Conflict('need.changed-since-import', {
        zh: '导入后已在平台上修改或办理，请在平台上修改',
        en: 'It was changed here since it was imported; change it here',
      });
    const { change, faults } = changeOfRow(row, await reference.understanding(ctx));
    if (faults.length > 0) throw new ValidationFailed(faults);
    const { mode, ...others } = change;
    const open = before.state === 'published' || before.state === 'responding';
    const entry = open && mode === before.mode ? others : change;
    const { need: after, steps } =
      own === null
        ? { need: await changedByStaff(ctx, before, entry), steps: [] }
        : await changedByPoster(deps, ctx, before, entry);
    if (isDeepStrictEqual(after, before)) return { outcome: 'unchanged', id: before.id, version: before.version };
    const origin = { ...before.origin, version: before.version + 1 };
    const need = await store(ctx, before, { ...after, origin }, [
      {
        action: 'need.changed',
        data: { fields: Object.keys(change), byImport: true, onBehalfOf: before.organisationId },
      },
      ...steps,
    ]);
    return { outcome: 'updated', id: need.id, version: need.version };
  }

  return {
    kind: 'needs',
    row: needRow,
    columns: needColumns,
    async apply(ctx, row, origin, known) {
      const before = known === null ? null : await needs.lock(ctx, known);
      // What an import took back comes in again as a new need.
      return before && before.withdrawnBecause !== undone ? update(ctx, row, before) : create(ctx, row, origin);
    },
    async undo(ctx, id, version) {
      const before = await needs.lock(ctx, id);
      if (!before || before.version !== version) return 'kept';
      const { need, steps } = closed(
        before,
        'withdraw',
        { withdrawnBecause: undone },
        { action: 'need.withdrawn', reason: undone },
      );
      await store(ctx, before, need, steps);
      return 'undone';
    },
  };
}
