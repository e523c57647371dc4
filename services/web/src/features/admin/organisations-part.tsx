import { listOrganisations, organisationKinds, verificationState, type OrganisationSummary } from '@duijie/contracts';
import { organisationKinds as kindWords, verificationStates } from '@duijie/domain-kit';
import { Empty, Input, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-call';
import { CursorList } from '../../kit/cursor-list';
import { StateTag } from '../../kit/state-tag';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('admin-organisations', {
  zh: {
    state: '核验状态',
    kind: '类型',
    every: '所有类型',
    name: '名称开头',
    organisation: '机构',
    place: '地区',
    contact: '联系人',
    list: '机构',
    none: '没有等待核验的机构',
    noneFound: '没有这样的机构',
    demo: '虚构',
  },
  en: {
    state: 'State',
    kind: 'Kind',
    every: 'Every kind',
    name: 'Beginning of the name',
    organisation: 'Organisation',
    place: 'Where',
    contact: 'Contact',
    list: 'Organisations',
    none: 'No organisation waits to be verified',
    noneFound: 'No such organisation',
    demo: 'invented',
  },
});

/** Organisations by state, those to be verified first. */
export function OrganisationsPart() {
  const t = useWords();
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const verification = verificationState.options.find((state) => state === search.get('state')) ?? 'pending';
  const kind = organisationKinds.find((one) => one === search.get('kind'));
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const pages = usePages<typeof listOrganisations, OrganisationSummary>(listOrganisations, {
    query: { limit: 50, verification, ...(kind ? { kind } : {}), ...(name ? { name } : {}) },
  });
  const put = (key: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  const link = (item: OrganisationSummary) => <Link to={`/admin/organisations/${item.id}`}>{item.name}</Link>;
  const place = (item: OrganisationSummary): string =>
    [item.district, item.subdistrict, item.community].filter(Boolean).join(' ');
  const contact = (item: OrganisationSummary): string =>
    item.contact ? `${item.contact.name} ${item.contact.phone}` : '—';
  return (
    <>
      <div className="kit-row" style={{ marginBottom: 12 }}>
        <Segmented
          aria-label={t('state')}
          value={verification}
          options={verificationState.options.map((value) => ({ value, label: say(verificationStates[value]) }))}
          onChange={(value) => put('state', value)}
        />
        <Select
          aria-label={t('kind')}
          style={{ width: 190 }}
          allowClear
          placeholder={t('every')}
          value={kind ?? null}
          options={organisationKinds.map((value) => ({ value, label: say(kindWords[value]) }))}
          onChange={(value: string | undefined) => put('kind', value)}
        />
        <Input
          style={{ width: 200 }}
          aria-label={t('name')}
          placeholder={t('name')}
          allowClear
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <CursorList
        label={t('list')}
        pages={pages}
        rowKey={(item) => item.id}
        empty={
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t(verification === 'pending' && !kind && !name ? 'none' : 'noneFound')}
          />
        }
        columns={[
          { key: 'name', title: t('organisation'), cell: link },
          { key: 'kind', title: t('kind'), cell: (item) => say(kindWords[item.kind]) },
          { key: 'place', title: t('place'), cell: place },
          { key: 'contact', title: t('contact'), cell: contact },
          {
            key: 'state',
            title: t('state'),
            cell: (item) => <StateTag vocabulary={verificationStates} code={item.verification} />,
          },
        ]}
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
