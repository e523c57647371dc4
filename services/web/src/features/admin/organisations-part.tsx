import {
  listOrganisations,
  organisationKinds,
  rejectOrganisation,
  verificationState,
  verifyOrganisation,
  type OrganisationSummary,
} from '@duijie/contracts';
import { organisationKinds as kindWords, verificationStates } from '@duijie/domain-kit';
import { Empty, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { usePages } from '../../api/use-call';
import { ImportLink } from '../../kit/import-link';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import { ReasonField } from '../../kit/table/reason-field';
import type { Bulk, Column } from '../../kit/table/table-model';
import { useCodeChoices, useDistrictChoices } from '../../kit/table/use-choices';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('admin-organisations', {
  zh: {
    state: '核验状态',
    kind: '类型',
    every: '所有类型',
    district: '区（市）县',
    city: '全市',
    name: '名称开头',
    organisation: '机构',
    place: '地区',
    contact: '联系人',
    list: '机构',
    verify: '通过核验',
    reject: '不通过',
    why: '理由（会告诉对方）',
    none: '没有等待核验的机构',
    demo: '虚构',
  },
  en: {
    state: 'State',
    kind: 'Kind',
    every: 'Every kind',
    district: 'District',
    city: 'Whole city',
    name: 'Beginning of the name',
    organisation: 'Organisation',
    place: 'Where',
    contact: 'Contact',
    list: 'Organisations',
    verify: 'Verify',
    reject: 'Reject',
    why: 'Why (they are told)',
    none: 'No organisation waits to be verified',
    demo: 'invented',
  },
});

/** Several are verified or rejected at once. */
function useOrganisationsBulk(): Bulk<OrganisationSummary> {
  const t = useWords();
  const [reason, setReason] = useState('');
  const one = (item: OrganisationSummary) => ({ params: { organisationId: item.id }, ifMatch: item.version });
  return {
    nameOf: ({ name }) => name,
    touches: [listOrganisations],
    actions: [
      {
        key: 'verify',
        label: t('verify'),
        applies: ({ verification }) => verification === 'pending' || verification === 'rejected',
        run: (item) => api().call(verifyOrganisation, { ...one(item), body: {} }),
      },
      {
        key: 'reject',
        label: t('reject'),
        danger: true,
        applies: ({ verification }) => verification === 'pending',
        form: <ReasonField label={t('why')} value={reason} onChange={setReason} />,
        ready: reason.trim().length >= 2,
        run: (item) => api().call(rejectOrganisation, { ...one(item), body: { reason: reason.trim() } }),
      },
    ],
  };
}

/** Organisations by state, those to be verified first. */
export function OrganisationsPart() {
  const t = useWords();
  const { say } = useLanguage();
  const states = useCodeChoices(verificationStates, verificationState.options);
  const kinds = useCodeChoices(kindWords, organisationKinds);
  const districts = useDistrictChoices();
  const fields = useMemo(
    (): readonly Filter[] => [
      { key: 'verification', label: t('state'), control: 'choice', options: states, initial: 'pending' },
      { key: 'name', label: t('name'), control: 'text', maxLength: 80 },
      { key: 'kind', label: t('kind'), control: 'select', options: kinds, any: t('every') },
      { key: 'district', label: t('district'), control: 'select', options: districts, any: t('city'), long: true },
    ],
    // The choices change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [states, kinds, districts],
  );
  const filters = useFilters(fields);
  const bulk = useOrganisationsBulk();
  const pages = usePages<typeof listOrganisations, OrganisationSummary>(listOrganisations, {
    query: { limit: 100, ...filters.query },
  });
  const link = (item: OrganisationSummary) => (
    <>
      <Link to={`/admin/organisations/${item.id}`}>{item.name}</Link> {item.demo ? <Tag>{t('demo')}</Tag> : null}
    </>
  );
  const place = (item: OrganisationSummary): string =>
    [item.district, item.subdistrict, item.community].filter(Boolean).join(' ');
  const contact = (item: OrganisationSummary): string =>
    item.contact ? `${item.contact.name} ${item.contact.phone}` : '—';
  const columns: readonly Column<OrganisationSummary>[] = [
    { key: 'name', title: t('organisation'), cell: link, sort: ({ name }) => name },
    {
      key: 'kind',
      title: t('kind'),
      cell: (item) => say(kindWords[item.kind]),
      sort: (item) => say(kindWords[item.kind]),
    },
    { key: 'place', title: t('place'), cell: place, sort: place },
    { key: 'contact', title: t('contact'), cell: contact },
    {
      key: 'state',
      title: t('state'),
      cell: (item) => <StateTag vocabulary={verificationStates} code={item.verification} />,
    },
  ];
  return (
    <>
      <div className="kit-actions" style={{ marginBottom: 8 }}>
        <ImportLink kind="organisations" named />
        <ImportLink kind="compounds" named />
      </div>
      <DataTable
        name="organisations"
        label={t('list')}
        pages={pages}
        columns={columns}
        rowKey={(item) => item.id}
        filters={filters}
        excel={excelAddress(listOrganisations, {}, filters.query)}
        bulk={bulk}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
        card={(item) => (
          <>
            <b>{link(item)}</b>
            <div className="muted">
              {say(kindWords[item.kind])} · {place(item)}
            </div>
            <div>{contact(item)}</div>
          </>
        )}
      />
    </>
  );
}
