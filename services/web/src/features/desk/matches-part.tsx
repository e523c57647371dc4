import {
  checkNeedConflicts,
  countDeskTasks,
  dismissMatch,
  explainUnmatched,
  getDeskTask,
  introduce,
  listDeskTasks,
  listNeedComposites,
  listNeedIntroductions,
  listNeedMatches,
  type IntroductionView,
  type NeedMatch,
} from '@duijie/contracts';
import { Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useCall, usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { CompositesPart } from './composites-part';
import { MatchLine } from './match-line';
import { WhyNot } from './why-not';

const useWords = defineWords('matches-part', {
  zh: {
    more: '更多匹配',
    none: '目前没有合适的服务包',
    introduce: '推介所选 {{n}} 家',
    choose: '勾选一家或几家后推介',
    shortlist: '先列为候选',
    note: '给双方的话（可不填）',
    introduced: '已推介，对方会收到通知',
    reason: '请先写明有关联机构的核定理由',
  },
  en: {
    more: 'More matches',
    none: 'No package fits at present',
    introduce: 'Introduce {{n}} chosen',
    choose: 'Choose one or several, then introduce them',
    shortlist: 'Keep on the short list',
    note: 'A word for both sides (optional)',
    introduced: 'Introduced; they are told',
    reason: 'Write first why those with a tie are cleared',
  },
});

/** Packages that fit a need, best first: choose some and introduce them in one step, or ask why another one does not fit. @param published only then is anybody introduced */
export function MatchesPart({ needId, published }: { readonly needId: string; readonly published: boolean }) {
  const t = useWords();
  const { say } = useLanguage();
  const params = { params: { needId } };
  const matches = usePages<typeof listNeedMatches, NeedMatch>(listNeedMatches, { ...params, query: { limit: 10 } });
  const made = usePages<typeof listNeedIntroductions, IntroductionView>(
    listNeedIntroductions,
    { ...params, query: { limit: 100 } },
    { mayBeNew: true },
  );
  const providerIds = [...new Set(matches.items.map(({ package: offered }) => offered.providerId))].slice(0, 50);
  const conflicts = useCall(
    checkNeedConflicts,
    { ...params, query: { providerIds } },
    { enabled: published && providerIds.length > 0, mayBeNew: true },
  );
  const none = matches.isSuccess && matches.items.length === 0;
  const unmatched = useCall(explainUnmatched, params, { enabled: none });
  const [chosen, setChosen] = useState<ReadonlyMap<string, NeedMatch>>(new Map());
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const touched = [listNeedIntroductions, listNeedMatches, listDeskTasks, countDeskTasks, getDeskTask];
  const introducing = useAct(introduce, touched, t('introduced'), true);
  const dismissing = useAct(dismissMatch, [listNeedMatches, listNeedComposites]);
  const conflictOf = (providerId: string) =>
    conflicts.data?.items.find(({ organisationId }) => organisationId === providerId);
  const reasonFor = (providerId: string): string => (reasons[providerId] ?? '').trim();
  const unclear = [...chosen.keys()].some(
    (providerId) => conflictOf(providerId)?.outcome === 'flagged' && reasonFor(providerId).length < 2,
  );
  const send = (as: 'introduced' | 'shortlisted'): void =>
    introducing.act(
      {
        body: {
          needId,
          as,
          note: note.trim() || null,
          providers: [...chosen].map(([providerId, match]) => ({
            providerId,
            packageId: match.package.id,
            ...(conflictOf(providerId)?.outcome === 'flagged' ? { clearance: { reason: reasonFor(providerId) } } : {}),
          })),
        },
      },
      () => {
        setChosen(new Map());
        setNote('');
      },
    );
  const choose = (match: NeedMatch, on: boolean): void => {
    const next = new Map(chosen);
    if (on) next.set(match.package.providerId, match);
    else next.delete(match.package.providerId);
    setChosen(next);
  };

  if (matches.isPending) return <Skeleton active paragraph={{ rows: 5 }} />;
  return (
    <>
      <ProblemAlert error={matches.error ?? conflicts.error} again={() => void matches.refetch()} />
      {none ? (
        <div>
          <p>{t('none')}</p>
          <ul style={{ paddingInlineStart: 20 }}>
            {(unmatched.data?.summary ?? []).map((sentence) => (
              <li key={sentence.zh}>{say(sentence)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <ol className="desk-log">
        {matches.items.map((match) => (
          <MatchLine
            key={match.id}
            match={match}
            conflict={conflictOf(match.package.providerId)}
            introduction={made.items.find(
              ({ organisationId, state }) =>
                organisationId === match.package.providerId && state !== 'withdrawn' && state !== 'shortlisted',
            )}
            chosen={chosen.get(match.package.providerId)?.id === match.id}
            clearance={reasons[match.package.providerId] ?? ''}
            selectable={published}
            onChoose={(on) => choose(match, on)}
            onClearance={(reason) => setReasons({ ...reasons, [match.package.providerId]: reason })}
            onDismiss={() =>
              dismissing.act({ params: { needId, packageId: match.package.id }, body: {}, ifMatch: match.version })
            }
          />
        ))}
      </ol>
      {matches.hasNextPage ? (
        <Button size="small" style={{ marginTop: 8 }} onClick={() => void matches.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      <CompositesPart needId={needId} />
      <WhyNot needId={needId} />
      {published && matches.items.length > 0 ? (
        <div className="desk-introduce">
          <ProblemAlert error={introducing.error} />
          {unclear ? <div className="kit-fault">{t('reason')}</div> : null}
          {chosen.size > 0 ? (
            <Input
              aria-label={t('note')}
              placeholder={t('note')}
              maxLength={1000}
              value={note}
              style={{ marginBottom: 8 }}
              onChange={({ target }) => setNote(target.value)}
            />
          ) : null}
          <div className="kit-row">
            <Button
              type="primary"
              disabled={chosen.size === 0 || unclear}
              loading={introducing.pending}
              onClick={() => send('introduced')}
            >
              {t('introduce', { n: chosen.size })}
            </Button>
            {chosen.size > 0 ? (
              <Button disabled={unclear || introducing.pending} onClick={() => send('shortlisted')}>
                {t('shortlist')}
              </Button>
            ) : (
              <span className="muted">{t('choose')}</span>
            )}
          </div>
        </div>
      ) : null}
    </>
  );
}
