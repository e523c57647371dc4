import { getNeed, needReaders, previewNeed, type HiddenNeedPart, type NeedReader } from '@duijie/contracts';
import { needStates } from '@duijie/domain-kit';
import { Alert, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCall } from '../../../api/use-call';
import { PageHead } from '../../../kit/page-head';
import { ProblemAlert } from '../../../kit/problem-alert';
import { StateTag } from '../../../kit/state-tag';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import '../needs.css';
import { NeedFacts } from '../page/need-facts';
import { StateLine } from '../page/state-line';

const useWords = defineWords('need-preview', {
  zh: {
    back: '返回修改',
    page: '预览：别人看到的需求',
    who: '谁在看',
    public: '邻居社区、服务方、公众',
    introduced: '被推介的服务方',
    overseers: '街道和协会',
    as: '发布后，他们看到的就是下面这些。现在还没有发布',
    asNow: '他们现在看到的就是下面这些',
    nothing: '没有对他们隐藏的内容',
    hidden: '对他们隐藏：',
    contact: '联系人和电话',
    private_files: '标为不公开的附件',
    conflict_wall: '利益冲突名单',
    drafted_by: '谁起草了要求',
    origin: '导入来源',
    shown: '另外还能看到联系人：{{name}} {{phone}}',
    by: '{{name}} 发布',
  },
  en: {
    back: 'Back to the form',
    page: 'Preview: the need as others see it',
    who: 'Who is reading',
    public: 'Neighbours, providers, the public',
    introduced: 'A provider it is introduced to',
    overseers: 'Subdistrict and association',
    as: 'Once it is published they see what follows. It is not published yet',
    asNow: 'This is what they see now',
    nothing: 'Nothing is hidden from them',
    hidden: 'Hidden from them: ',
    contact: 'contact person and phone',
    private_files: 'files marked as not public',
    conflict_wall: 'the list of conflicts',
    drafted_by: 'who wrote the requirement',
    origin: 'where it was imported from',
    shown: 'They see the contact person as well: {{name}} {{phone}}',
    by: 'posted by {{name}}',
  },
});

/** A need, out or not, as its readers see it: the page of the need with what the server gives them. */
export function NeedPreviewPage() {
  const t = useWords();
  const { language, semicolon, comma } = useLanguage();
  const { needId = '' } = useParams();
  const [by, setBy] = useState<NeedReader>('public');
  const own = useCall(getNeed, { params: { needId } });
  const { data, error, refetch } = useCall(previewNeed, { params: { needId }, query: { by } });
  const parts = (data?.hidden ?? []).map((part: HiddenNeedPart) => t(part)).join(language === 'zh' ? comma : semicolon);
  return (
    <>
      <PageHead before={<Link to={`/needs/${needId}/edit`}>← {t('back')}</Link>} title={t('page')} />
      <div className="need-preview-who">
        <Segmented<NeedReader>
          aria-label={t('who')}
          value={by}
          options={needReaders.map((value) => ({ value, label: t(value) }))}
          onChange={setBy}
        />
      </div>
      <ProblemAlert error={error} again={() => void refetch()} />
      {data ? (
        <>
          <Alert
            type="info"
            showIcon
            aria-live="polite"
            title={t(own.data?.publishedAt ? 'asNow' : 'as')}
            description={
              <>
                <div>{parts === '' ? t('nothing') : `${t('hidden')}${parts}`}</div>
                {by === 'introduced' && data.contact ? <div>{t('shown', { ...data.contact })}</div> : null}
              </>
            }
          />
          <article className="need-preview" aria-label={data.need.title}>
            <h2 className="page-title">{data.need.title}</h2>
            <div className="kit-row">
              <StateTag vocabulary={needStates} code={data.need.state} />
              <span className="muted">{t('by', { name: data.need.organisationName })}</span>
            </div>
            <StateLine need={data.need} inside={by === 'overseers'} />
            <NeedFacts need={data.need} />
          </article>
        </>
      ) : error ? null : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </>
  );
}
