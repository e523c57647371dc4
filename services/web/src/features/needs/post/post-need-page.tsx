import { submitNeed } from '@duijie/contracts';
import { App, Button, Card, Collapse, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange } from '../../../api/use-change';
import { FormProblem, faultAt } from '../../../kit/form-problem';
import { missingFault } from '../../../kit/missing-fault';
import { PageHead } from '../../../kit/page-head';
import { ProblemAlert } from '../../../kit/problem-alert';
import { samePage } from '../../../kit/same-page';
import { defineWords } from '../../../words/define-words';
import '../needs.css';
import { touchedByNeed } from '../touched';
import type { DraftConflict } from './draft-store';
import { DraftMatches } from './draft-matches';
import { FourFields } from './four-fields';
import { Guidance } from './guidance';
import { MoreFields } from './more-fields';
import { NeedConflict } from './need-conflict';
import { TermsAhead } from './terms-ahead';
import { Understood } from './understood';
import { useDraft } from './use-draft';

const useWords = defineWords('post-need', {
  zh: {
    post: '发布需求',
    edit: '修改需求',
    more: '更多（方式、资金来源、决策依据、主体、资质、标段、联系人）',
    submit: '发布',
    keep: '保存修改',
    preview: '预览',
    idle: '四项就够，草稿自动保存，关掉浏览器也不会丢',
    waiting: '有改动未保存',
    saving: '正在保存…',
    saved: '草稿已保存',
    failed: '没有保存上，请看标红处或检查网络',
    published: '已发布，服务方现在可以看到',
    screening: '已提交，审核后发布',
    kept: '修改已保存',
    first: '请先写下需要什么',
  },
  en: {
    post: 'Post a need',
    edit: 'Change a need',
    more: 'More (mode, source of money, decision basis, kinds, qualifications, lots, contact)',
    submit: 'Publish',
    keep: 'Save changes',
    preview: 'Preview',
    idle: 'Four fields are enough. The draft saves itself and survives a closed browser',
    waiting: 'Not saved yet',
    saving: 'Saving…',
    saved: 'Draft saved',
    failed: 'Not saved: see what is marked, or check the network',
    published: 'Published: providers see it now',
    screening: 'Submitted: it is published once it was looked at',
    kept: 'Changes saved',
    first: 'Say what is needed first',
  },
});

const ofFour = ['/description', '/place', '/window', '/money', '/title', '/components', '/urgency'];
const ofMore = ['/mode', '/modeReason', '/funding', '/decisionBasis', '/eligibleKinds', '/requiredQualifications'];
const ofMoreToo = ['/lots', '/contact'];
const unfolded = [...ofMore, ...ofMoreToo];

/** Posts a need, or changes one: four fields, and beside them what the system makes of it. */
export function PostNeedPage() {
  const t = useWords();
  const { needId } = useParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [round, setRound] = useState(0);
  const [conflict, setConflict] = useState<DraftConflict | null>(null);
  const draft = useDraft(
    needId,
    (id) => void navigate(`/needs/${id}/edit`, { replace: true, state: samePage }),
    setConflict,
  );
  const submit = useChange(submitNeed, touchedByNeed);
  const [open, setOpen] = useState(false);
  /** Faults of a draft that saves itself while one types must not take the focus away. */
  const [asked, setAsked] = useState(false);
  const { view, error } = draft;
  const wrongInside = unfolded.some((pointer) => faultAt(error, pointer) !== null);

  const finish = async (): Promise<void> => {
    setAsked(true);
    if (!view && (draft.entered.description ?? '').trim().length < 2)
      return draft.setError(missingFault('/description', t('first')));
    if (!(await draft.flush())) return;
    const saved = draft.latest();
    if (!saved) return;
    if (!draft.savesItself) {
      void message.success(t('kept'));
      return void navigate(`/needs/${saved.id}`);
    }
    submit.mutate(
      { params: { needId: saved.id }, ifMatch: saved.version },
      {
        onSuccess(answer) {
          void message.success(t(answer.state === 'submitted' ? 'screening' : 'published'), 5);
          void navigate(`/needs/${answer.id}`);
        },
        onError: (refused) => draft.setError(refused),
      },
    );
  };

  if (draft.loading) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (draft.loadError) return <ProblemAlert error={draft.loadError} />;
  const leaf = view?.components[0]?.code;
  return (
    <>
      <PageHead title={t(needId === undefined || view?.state === 'draft' ? 'post' : 'edit')} />
      {conflict ? (
        <NeedConflict
          conflict={conflict}
          onBack={() => setConflict(null)}
          onSettled={(theirs) => {
            setConflict(null);
            void draft.settle(theirs);
            // Fields with a state of their own begin anew with what was chosen.
            setRound((before) => before + 1);
          }}
        />
      ) : null}
      <div className="need-post">
        <Card size="small">
          <div key={round}>
            <FourFields draft={draft} />
            {view ? (
              <Collapse
                ghost
                size="small"
                activeKey={open || wrongInside ? ['more'] : []}
                onChange={(keys) => setOpen(keys.length > 0)}
                items={[{ key: 'more', label: t('more'), children: <MoreFields draft={draft} view={view} /> }]}
              />
            ) : null}
          </div>
          {view ? <TermsAhead view={view} /> : null}
          <FormProblem error={error} fields={[...ofFour, ...unfolded]} focus={asked} />
          <div className="kit-row kit-row-spread need-submit">
            <output className="muted">{t(draft.save)}</output>
            <div className="kit-actions">
              {view && draft.savesItself ? (
                <Button
                  size="large"
                  onClick={() => void draft.flush().then((arrived) => arrived && navigate(`/needs/${view.id}/preview`))}
                >
                  {t('preview')}
                </Button>
              ) : null}
              <Button type="primary" size="large" loading={submit.isPending} onClick={() => void finish()}>
                {t(draft.savesItself ? 'submit' : 'keep')}
              </Button>
            </div>
          </div>
        </Card>
        <div className="need-aside">
          <Understood draft={draft} />
          {view ? <DraftMatches needId={view.id} version={view.version} /> : null}
          {view && leaf ? <Guidance draft={draft} view={view} leaf={leaf} /> : null}
        </div>
      </div>
    </>
  );
}
