import { getIntroductionContacts } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { useCall } from '../api/use-call';
import { CopyText } from './copy-text';
import { DescriptionList } from './description-list';
import { ProblemAlert } from './problem-alert';
import { defineWords } from '../words/define-words';

const useWords = defineWords('introduction-contacts', {
  zh: { title: '双方联系人', none: '没有填写', copy: '复制电话' },
  en: { title: 'Contact persons', none: 'None given', copy: 'Copy number' },
});

/** Whom to call on both sides of an introduction; the number can be dialled from a phone. */
export function IntroductionContacts({ introductionId }: { readonly introductionId: string }) {
  const t = useWords();
  const { data, error, isPending } = useCall(getIntroductionContacts, { params: { introductionId } });
  return (
    <>
      <h3 className="kit-subheading">{t('title')}</h3>
      <ProblemAlert error={error} />
      {isPending ? <Skeleton active paragraph={{ rows: 1 }} title={false} /> : null}
      {data ? (
        <DescriptionList
          facts={[data.poster, data.provider].map(({ organisationName, contact }) => ({
            name: organisationName,
            value: contact ? (
              <span className="kit-row">
                {contact.name}
                <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
                <CopyText text={contact.phone} label={t('copy')} size="small" type="text" />
              </span>
            ) : (
              <span className="muted">{t('none')}</span>
            ),
          }))}
        />
      ) : null}
    </>
  );
}
