import type { PackageView } from '@duijie/contracts';
import { formatRange, priceModels } from '@duijie/domain-kit';
import type { ConflictField } from '../../kit/conflict/differences';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { areaText } from './area-text';

const useWords = defineWords('package-fields', {
  zh: {
    title: '名称',
    description: '说明',
    categories: '服务类目',
    serviceArea: '服务区域',
    price: '价格',
    capacity: '可同时承接几个项目',
    leadTimeDays: '接到后几天能开始',
    contactHours: '联系时间',
    coreService: '核心服务',
  },
  en: {
    title: 'Title',
    description: 'Description',
    categories: 'Services',
    serviceArea: 'Served area',
    price: 'Price',
    capacity: 'Projects at once',
    leadTimeDays: 'Days before it can begin',
    contactHours: 'When to call',
    coreService: 'Core service',
  },
});

/** What is written of a package. */
export type Written = Pick<
  PackageView,
  | 'title'
  | 'description'
  | 'categories'
  | 'serviceArea'
  | 'price'
  | 'capacity'
  | 'leadTimeDays'
  | 'contactHours'
  | 'coreService'
>;

/** A package of which nothing is written yet. */
export const blankPackage: Written = {
  title: '',
  description: '',
  categories: [],
  serviceArea: { districts: [], radius: null },
  price: { model: 'negotiable', minFen: 0, maxFen: 0 },
  capacity: 1,
  leadTimeDays: 7,
  contactHours: null,
  coreService: null,
};
/** What is written of a package that there is. */
export const writtenOf = (pack: PackageView): Written => ({
  title: pack.title,
  description: pack.description,
  categories: pack.categories,
  serviceArea: pack.serviceArea,
  price: pack.price,
  capacity: pack.capacity,
  leadTimeDays: pack.leadTimeDays,
  contactHours: pack.contactHours,
  coreService: pack.coreService,
});

/** The fields of a package in words, for whoever compares two versions of it. */
export function usePackageFields(): readonly ConflictField<Written>[] {
  const t = useWords();
  const leaves = useLeaves();
  const { language, say, comma } = useLanguage();
  const names = (codes: readonly string[]): string => codes.map((code) => leaves.nameOf(code)).join(comma);
  return [
    { key: 'title', label: t('title') },
    { key: 'description', label: t('description') },
    { key: 'categories', label: t('categories'), show: ({ categories }) => names(categories) },
    { key: 'serviceArea', label: t('serviceArea'), show: ({ serviceArea }) => areaText(serviceArea, language) },
    {
      key: 'price',
      label: t('price'),
      show: ({ price }) =>
        [say(priceModels[price.model]), price.maxFen > 0 ? formatRange(price, language) : '']
          .filter(Boolean)
          .join(' · '),
    },
    { key: 'capacity', label: t('capacity') },
    { key: 'leadTimeDays', label: t('leadTimeDays') },
    { key: 'contactHours', label: t('contactHours') },
    {
      key: 'coreService',
      label: t('coreService'),
      show: ({ coreService }) => (coreService === null ? '' : names([coreService])),
    },
  ];
}
