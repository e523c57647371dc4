import type { CoreService } from '@duijie/contracts';
import { Conflict, NotFound, ValidationFailed, type Fault } from '@duijie/service-kit';
import type { TaxonomyChange } from './change-taxonomy';
import { findLeaf, isCoreService, leavesOf, tidySynonyms, withLeaf, type LeafWords, type Taxonomy } from './taxonomy';

const noLeaf = { zh: '没有这个服务类目', en: 'There is no such leaf' };

function requireFreeName(taxonomy: Taxonomy, zh: string, code: string): void {
  const twin = leavesOf(taxonomy).find((leaf) => leaf.zh === zh && leaf.code !== code);
  if (twin)
    throw new ValidationFailed([
      { pointer: '/zh', detail: { zh: `${twin.code} 已叫这个名称`, en: `${twin.code} has this name already` } },
    ]);
}

/** @param leaf its group is the part of the code before the dot */
export const addLeaf = (leaf: LeafWords & { readonly code: string }): TaxonomyChange => ({
  action: 'taxonomy.leaf-added',
  data: { code: leaf.code, zh: leaf.zh },
  apply(taxonomy) {
    const group = leaf.code.split('.')[0] ?? '';
    if (!taxonomy.groups.some(({ code }) => code === group))
      throw new ValidationFailed([
        { pointer: '/code', detail: { zh: `没有“${group}”这一大类`, en: `There is no group “${group}”` } },
      ]);
    if (findLeaf(taxonomy, leaf.code))
      throw new ValidationFailed([
        { pointer: '/code', detail: { zh: '已有这个代码', en: 'There is a leaf of this code already' } },
      ]);
    requireFreeName(taxonomy, leaf.zh, leaf.code);
    const added = { code: leaf.code, zh: leaf.zh, en: leaf.en, synonyms: tidySynonyms(leaf), retired: false };
    return {
      ...taxonomy,
      groups: taxonomy.groups.map((g) => (g.code === group ? { ...g, leaves: [...g.leaves, added] } : g)),
    };
  },
});

/** @param words what is left out stays */
export const changeLeaf = (
  code: string,
  words: { readonly [K in keyof LeafWords]?: LeafWords[K] | undefined },
): TaxonomyChange => ({
  action: 'taxonomy.leaf-changed',
  data: { code, ...words },
  apply(taxonomy) {
    if (!findLeaf(taxonomy, code)) throw new NotFound(noLeaf);
    if (words.zh !== undefined) requireFreeName(taxonomy, words.zh, code);
    return withLeaf(taxonomy, code, (leaf) => {
      const zh = words.zh ?? leaf.zh;
      return {
        ...leaf,
        zh,
        en: words.en ?? leaf.en,
        synonyms: tidySynonyms({ zh, synonyms: words.synonyms ?? leaf.synonyms }),
      };
    });
  },
});

export const retireLeaf = (code: string, retired: boolean): TaxonomyChange => ({
  action: retired ? 'taxonomy.leaf-retired' : 'taxonomy.leaf-restored',
  data: { code },
  apply(taxonomy) {
    const leaf = findLeaf(taxonomy, code);
    if (!leaf) throw new NotFound(noLeaf);
    if (leaf.retired === retired)
      throw new Conflict(retired ? 'leaf.retired' : 'leaf.not-retired', {
        zh: retired ? '该类目已停用' : '该类目未停用',
        en: retired ? 'The leaf is retired already' : 'The leaf is not retired',
      });
    if (retired && isCoreService(taxonomy, code))
      throw new Conflict('leaf.core-service', {
        zh: '核心服务的类目不能停用，请先修改核心服务',
        en: 'A core service cannot be retired; change the core services first',
      });
    return withLeaf(taxonomy, code, (found) => ({ ...found, retired }));
  },
});

export const enterCoreServices = (coreServices: readonly CoreService[]): TaxonomyChange => ({
  action: 'taxonomy.core-services-entered',
  data: { coreServices },
  apply(taxonomy) {
    const seen = new Set<string>();
    const faults = coreServices.flatMap((core, i): Fault[] => {
      if (core.state === 'to_be_entered') return [];
      const pointer = `/coreServices/${i}/leaf`;
      const leaf = findLeaf(taxonomy, core.leaf);
      if (!leaf || leaf.retired) return [{ pointer, detail: noLeaf }];
      if (seen.has(core.leaf))
        return [{ pointer, detail: { zh: '同一类目只能录入一次', en: 'A leaf can be entered once only' } }];
      seen.add(core.leaf);
      return [];
    });
    if (faults.length > 0) throw new ValidationFailed(faults);
    return { ...taxonomy, coreServices };
  },
});
