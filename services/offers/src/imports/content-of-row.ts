import { priceModel } from '@duijie/contracts';
import { codesOf, fenFromYuan, priceModels } from '@duijie/domain-kit';
import type { Words } from '@duijie/service-kit';
import type { PackageContent } from '../packages/package-faults';
import { leafNamed, type Taxonomy } from '../taxonomy/taxonomy';
import type { PackageRow } from './package-row';

/** A fault of a row, pointing into it. */
export interface RowFault {
  readonly pointer: string;
  readonly detail: Words;
}

function modelOf(words: string) {
  const code = priceModel.safeParse(words.trim());
  if (code.success) return code.data;
  const plain = words.normalize('NFKC').replaceAll(/\s/g, '');
  return codesOf(priceModels).find((model) => priceModels[model].zh.normalize('NFKC') === plain);
}

function fenOf(yuan: number, pointer: string, faults: RowFault[]): number {
  try {
    return fenFromYuan(yuan);
  } catch {
    faults.push({ pointer, detail: { zh: '金额最多精确到分', en: 'An amount cannot be finer than one fen' } });
    return 0;
  }
}

/**
 * Turns a row into a package's content: names of leaves into codes, yuan into fen, 青羊 into 青羊区.
 * @returns the content and what could not be turned
 */
export function contentOfRow(
  row: PackageRow,
  taxonomy: Taxonomy,
  districts: ReadonlySet<string>,
): { readonly content: PackageContent; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const leaf = (words: string, pointer: string): string[] => {
    const code = leafNamed(taxonomy, words);
    if (code !== undefined) return [code];
    faults.push({ pointer, detail: { zh: `没有“${words}”这个服务类目`, en: `There is no leaf “${words}”` } });
    return [];
  };
  const model = modelOf(row.price.model);
  if (model === undefined)
    faults.push({
      pointer: '/price/model',
      detail: {
        zh: `没有这种计价方式。可填：${codesOf(priceModels)
          .map((code) => priceModels[code].zh)
          .join('、')}`,
        en: `There is no such way of pricing; use one of ${codesOf(priceModels).join(', ')}`,
      },
    });
  const minFen = fenOf(row.price.min, '/price/min', faults);
  const content: PackageContent = {
    title: row.title,
    description: row.description,
    categories: [...new Set(row.categories.flatMap((words, i) => leaf(words, `/categories/${i}`)))],
    serviceArea: {
      districts: row.serviceArea.districts
        .filter((name) => name !== '全市')
        .map((name) => (districts.has(name) ? name : ([...districts].find((d) => d.slice(0, -1) === name) ?? name))),
      radius: null,
    },
    price: {
      model: model ?? 'negotiable',
      minFen,
      maxFen: row.price.max === undefined ? minFen : fenOf(row.price.max, '/price/max', faults),
    },
    capacity: row.capacity,
    leadTimeDays: row.leadTimeDays,
    contactHours: row.contactHours,
    coreService: row.coreService === null ? null : (leaf(row.coreService, '/coreService')[0] ?? null),
  };
  return { content, faults };
}
