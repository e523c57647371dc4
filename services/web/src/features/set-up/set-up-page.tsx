import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Progress, Skeleton, Tag } from 'antd';
import type { ReactNode } from 'react';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { setUpSteps, useSetUp, type SetUpStep } from '../../kit/use-set-up';
import { defineWords } from '../../words/define-words';
import { CoreServicesPart } from './core-services-part';
import { DistrictsPart } from './districts-part';
import { EmptyDemo } from './empty-demo';
import { LetterheadPart } from './letterhead-part';
import { ModesPart } from './modes-part';
import { NamePart } from './name-part';
import { ScreeningPart } from './screening-part';
import { SealPart } from './seal-part';
import './set-up.css';

const useWords = defineWords('set-up', {
  zh: {
    title: '启用设置',
    intro: '每一项改完就保存，可以随时离开，下次接着填。都可以以后再改。',
    left: '还缺 {{n}} 项',
    whole: '都填好了',
    done: '已完成',
    open: '缺 {{n}}',
    name: '协会名称',
    districts: '服务的区（市）县',
    cores: '五项核心服务',
    screening: '谁审核需求',
    modes: '各金额档用什么方式',
    letterhead: '文书抬头',
    seal: '印章图片',
    contents: '设置项',
    administrators: '这里由协会管理员填写',
  },
  en: {
    title: 'Set-up',
    intro: 'Each part is saved as soon as you change it. Leave whenever you like; all can be changed later.',
    left: '{{n}} still missing',
    whole: 'All is filled in',
    done: 'done',
    open: '{{n}} missing',
    name: 'Name of the association',
    districts: 'Districts served',
    cores: 'The five core services',
    screening: 'Who screens needs',
    modes: 'Modes by money band',
    letterhead: 'Letterhead of papers',
    seal: 'Image of the seal',
    contents: 'Parts',
    administrators: 'Administrators of the association fill this in',
  },
});
const parts: Readonly<Record<SetUpStep, () => ReactNode>> = {
  name: () => <NamePart />,
  districts: () => <DistrictsPart />,
  cores: () => <CoreServicesPart />,
  screening: () => <ScreeningPart />,
  modes: () => <ModesPart />,
  letterhead: () => <LetterheadPart />,
  seal: () => <SealPart />,
};

/** The first ten minutes of an association: what the platform must know of it, with what is missing counted. */
export function SetUpPage() {
  const t = useWords();
  const { missing, total, error, enabled } = useSetUp();
  if (!enabled)
    return (
      <>
        <PageHead title={t('title')} />
        <Alert type="info" showIcon title={t('administrators')} />
      </>
    );
  const done = missing ? setUpSteps.filter((step) => missing[step] === 0).length : 0;
  return (
    <>
      <PageHead
        title={t('title')}
        after={
          <>
            <span className="muted">{t('intro')}</span>
            {total === null ? null : (
              <output className="set-up-progress">
                <Progress
                  percent={Math.round((done / setUpSteps.length) * 100)}
                  format={() => `${done}/${setUpSteps.length}`}
                  aria-label={t('contents')}
                />
                <b>{total === 0 ? t('whole') : t('left', { n: total })}</b>
              </output>
            )}
          </>
        }
      />
      <ProblemAlert error={error} />
      {missing === null && !error ? <Skeleton active /> : null}
      {missing === null ? null : (
        <>
          <nav aria-label={t('contents')}>
            <ol className="set-up-contents">
              {setUpSteps.map((step) => (
                <li key={step}>
                  <a href={`#set-up-${step}`}>{t(step)}</a>{' '}
                  {missing[step] === 0 ? (
                    <CheckCircleFilled className="set-up-done" aria-label={t('done')} />
                  ) : (
                    <span className="set-up-open">{t('open', { n: missing[step] })}</span>
                  )}
                </li>
              ))}
            </ol>
          </nav>
          {setUpSteps.map((step) => (
            <div key={step} id={`set-up-${step}`} className="set-up-part">
              <Section
                title={t(step)}
                extra={
                  <Tag color={missing[step] === 0 ? 'success' : 'warning'}>
                    {missing[step] === 0 ? t('done') : t('open', { n: missing[step] })}
                  </Tag>
                }
              >
                {parts[step]()}
              </Section>
            </div>
          ))}
          <div id="set-up-demo" className="set-up-part">
            <EmptyDemo />
          </div>
        </>
      )}
    </>
  );
}
