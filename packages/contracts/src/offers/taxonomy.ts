import { z } from 'zod';
import { instant, leafCode, line } from '../primitives';
import { routesOf } from '../route';
import { taxonomyState } from '../state/taxonomy';

const route = routesOf('offers');

/** One of the association's five core services (核心服务); `to_be_entered` (待录入) has neither leaf nor name. */
export const coreService = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('entered'), leaf: leafCode, zh: line(60) }),
  z.strictObject({ state: z.literal('to_be_entered') }),
]);
export type CoreService = z.infer<typeof coreService>;

/** The service taxonomy and the core services, as they stand. */
export const taxonomyView = taxonomyState.extend({ coreServices: z.array(coreService), updatedAt: instant });
export type TaxonomyView = z.infer<typeof taxonomyView>;

const leafWords = z.strictObject({
  zh: line(60),
  en: line(120),
  /** Words that residents and staff use for the same thing. */
  synonyms: z.array(line(40)).max(60),
});
const leafParam = z.strictObject({ code: leafCode });

export const getTaxonomy = route('getTaxonomy', {
  method: 'GET',
  path: '/taxonomy',
  summary: { zh: '服务目录', en: 'Show the service taxonomy' },
  response: taxonomyView,
});
export const addTaxonomyLeaf = route('addTaxonomyLeaf', {
  method: 'POST',
  path: '/taxonomy/leaves',
  kind: 'change',
  summary: { zh: '增加服务类目', en: 'Add a leaf to the taxonomy' },
  /** The part of `code` before the dot is its group. */
  body: leafWords.extend({ code: leafCode, synonyms: leafWords.shape.synonyms.default([]) }),
  response: taxonomyView,
});
export const changeTaxonomyLeaf = route('changeTaxonomyLeaf', {
  method: 'PATCH',
  path: '/taxonomy/leaves/:code',
  summary: { zh: '修改服务类目', en: 'Change the words of a leaf' },
  params: leafParam,
  body: leafWords.partial(),
  response: taxonomyView,
});
/** Packages keep a retired leaf, but no new one may name it. */
export const retireTaxonomyLeaf = route('retireTaxonomyLeaf', {
  method: 'POST',
  path: '/taxonomy/leaves/:code/retire',
  kind: 'change',
  summary: { zh: '停用服务类目', en: 'Retire a leaf' },
  params: leafParam,
  response: taxonomyView,
});
export const restoreTaxonomyLeaf = route('restoreTaxonomyLeaf', {
  method: 'POST',
  path: '/taxonomy/leaves/:code/restore',
  kind: 'change',
  summary: { zh: '恢复服务类目', en: 'Bring a retired leaf back' },
  params: leafParam,
  response: taxonomyView,
});
/** All five at once; the leaves named become core services and the others cease to be. */
export const setCoreServices = route('setCoreServices', {
  method: 'PUT',
  path: '/taxonomy/core-services',
  summary: { zh: '录入核心服务', en: 'Enter the core services' },
  body: z.strictObject({ coreServices: z.array(coreService).length(5) }),
  response: taxonomyView,
});
