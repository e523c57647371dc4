import type { OrganisationView } from '@duijie/contracts';
import { organisationKinds } from '@duijie/domain-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { DescriptionList } from '../../kit/description-list';
import { Section } from '../../kit/section';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { OrganisationForm } from './organisation-form';

const useWords = defineWords('organisation-facts', {
  zh: {
    facts: '资料',
    edit: '修改资料',
    kind: '类型',
    code: '统一社会信用代码',
    scope: '业务范围',
    place: '地区',
    founded: '成立',
    contact: '联系人',
    grade: '等级',
    qualifications: '资质',
    until: '至 {{day}}',
    since: '登记',
    text: '简介',
    reason: '核验说明',
    unknown: '未填',
  },
  en: {
    facts: 'Facts',
    edit: 'Edit',
    kind: 'Kind',
    code: 'Unified social credit code',
    scope: 'Business scope',
    place: 'Where',
    founded: 'Founded',
    contact: 'Contact',
    grade: 'Grade',
    qualifications: 'Qualifications',
    until: 'until {{day}}',
    since: 'Entered',
    text: 'About',
    reason: 'Why it is so',
    unknown: 'not given',
  },
});

/** What is written of an organisation; whoever may change it does so in its place. */
export function OrganisationFacts({
  organisation,
  mayChange,
  staff,
}: {
  readonly organisation: OrganisationView;
  readonly mayChange: boolean;
  readonly staff: boolean;
}) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const [edits, setEdits] = useState(false);
  const { contact, grade } = organisation;
  const expiry = (day: string | null): string => (day === null ? '' : ` · ${t('until', { day })}`);
  return (
    <Section
      title={t('facts')}
      extra={mayChange && !edits ? <Button onClick={() => setEdits(true)}>{t('edit')}</Button> : null}
    >
      {edits ? (
        <OrganisationForm organisation={organisation} staff={staff} onDone={() => setEdits(false)} />
      ) : (
        <DescriptionList
          facts={[
            { name: t('kind'), value: say(organisationKinds[organisation.kind]) },
            { name: t('code'), value: organisation.creditCode ?? t('unknown') },
            {
              name: t('place'),
              value: [organisation.district, organisation.subdistrict, organisation.community]
                .filter(Boolean)
                .join(' '),
            },
            { name: t('contact'), value: contact ? `${contact.name} ${contact.phone}` : t('unknown') },
            { name: t('founded'), value: organisation.foundedYear },
            { name: t('grade'), value: grade ? `${grade.level}${expiry(grade.expiresOn)}` : null },
            { name: t('since'), value: <When at={organisation.createdAt} /> },
            { name: t('reason'), value: organisation.verificationReason },
            {
              name: t('qualifications'),
              wide: true,
              value:
                organisation.qualifications.map(({ name, expiresOn }) => name + expiry(expiresOn)).join(comma) || null,
            },
            { name: t('scope'), wide: true, value: organisation.businessScope },
            { name: t('text'), wide: true, value: organisation.description },
          ]}
        />
      )}
    </Section>
  );
}
