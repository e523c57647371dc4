import type { ImportKind } from '@duijie/contracts';

/** What each kind of import brings in, where its list is, and where one of them is. */
export const importKindWords: Readonly<
  Record<
    ImportKind,
    {
      readonly zh: string;
      readonly en: string;
      readonly list: string;
      readonly page: ((id: string) => string) | null;
    }
  >
> = {
  needs: { zh: '需求', en: 'needs', list: '/needs', page: (id) => `/needs/${id}` },
  packages: { zh: '服务包', en: 'service packages', list: '/packages', page: (id) => `/packages/${id}` },
  organisations: {
    zh: '机构',
    en: 'organisations',
    list: '/admin/organisations',
    page: (id) => `/admin/organisations/${id}`,
  },
  compounds: { zh: '小区', en: 'compounds', list: '/admin', page: null },
  cases: { zh: '在办事项', en: 'cases at hand', list: '/desk/cases', page: (id) => `/desk/cases/${id}` },
};
