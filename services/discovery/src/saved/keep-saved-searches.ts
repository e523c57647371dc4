import type { SavedQuery, SavedSearchView, SearchAlert } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import {
  Conflict,
  NotAllowed,
  NotFound,
  personOf,
  requireVersion,
  type Context,
  type Database,
} from '@duijie/service-kit';
import type { SavedSearchEntity } from '../persistence/saved-search.entity';
import type { Owner, SavedSearchesRepository } from '../persistence/saved-searches.repository';

const most = 50;

interface Kept {
  readonly name: string;
  readonly query: SavedQuery;
  readonly alert: SearchAlert;
}
type Change = { readonly [K in keyof Kept]?: Kept[K] | undefined };
const present = ({ id, version, name, query, alert, fresh, createdAt }: SavedSearchEntity): SavedSearchView => ({
  id,
  version,
  name,
  query,
  alert,
  fresh,
  createdAt: createdAt.toISOString(),
});
function ownerOf(ctx: Context): Owner {
  const { personId, actingFor } = personOf(ctx);
  if (!actingFor) throw new NotAllowed();
  return { personId, organisationId: actingFor.organisationId };
}

/** Searches that the caller keeps while acting for an organisation; nobody else sees them. */
export function keepSavedSearches(deps: { database: Database; clock: Clock; saved: SavedSearchesRepository }) {
  const { database, clock, saved } = deps;
  const change = (ctx: Context, id: string, how: (search: SavedSearchEntity) => SavedSearchEntity) =>
    database.run(ctx, async (tx) => {
      const search = await saved.lock(tx, ownerOf(tx), id);
      if (!search) throw new NotFound();
      const next = how(search);
      await saved.update(tx, next);
      return present(next);
    });
  return {
    async list(ctx: Context): Promise<{ items: SavedSearchView[] }> {
      return { items: (await saved.of(ctx, ownerOf(ctx), most)).map(present) };
    },
    create: (ctx: Context, kept: Kept): Promise<SavedSearchView> =>
      database.run(ctx, async (tx) => {
        const owner = ownerOf(tx);
        if ((await saved.of(tx, owner, most)).length >= most)
          throw new Conflict('saved-search.too-many', {
            zh: `最多保存 ${most} 个搜索，请先删除不用的`,
            en: `At most ${most} saved searches; remove one first`,
          });
        const now = clock.now();
        const search: SavedSearchEntity = {
          id: newId(now.getTime()),
          ...owner,
          ...kept,
          version: 1,
          fresh: 0,
          untold: 0,
          untoldItems: [],
          tellings: 0,
          toldAt: now,
          createdAt: now,
          updatedAt: now,
        };
        await saved.insert(tx, search);
        return present(search);
      }),
    change: (ctx: Context, id: string, { name, query, alert }: Change, ifMatch: number): Promise<SavedSearchView> =>
      change(ctx, id, (search) => {
        requireVersion(ifMatch, search.version);
        // What came for other words, or while nobody wanted to be told, is not told any more.
        const anew = query !== undefined || (search.alert === 'off' && alert !== undefined);
        return {
          ...search,
          name: name ?? search.name,
          query: query ?? search.query,
          alert: alert ?? search.alert,
          ...(anew ? { untold: 0, untoldItems: [] } : {}),
          ...(query === undefined ? {} : { fresh: 0 }),
          version: search.version + 1,
          updatedAt: clock.now(),
        };
      }),
    see: (ctx: Context, id: string): Promise<SavedSearchView> => change(ctx, id, (search) => ({ ...search, fresh: 0 })),
    async remove(ctx: Context, id: string): Promise<undefined> {
      if (!(await saved.remove(ctx, ownerOf(ctx), id))) throw new NotFound();
      return undefined;
    },
  };
}
