import { learnWeights, listWeightsVersions, type WeightsVersion } from '@duijie/contracts';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { usePages } from '../../../api/use-call';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { ProposeWeightsModal } from './propose-weights-modal';
import { VersionCard } from './version-card';

const useWords = defineWords('weights-versions', {
  zh: {
    title: '权重的各个版本',
    rule: '改权重要两个人：一人提出并试算，另一人发布；随时可以恢复以前的版本。',
    propose: '提出新权重',
    learn: '从对接结果学习',
    few: '能比较的以往需求有 {{needs}} 个，满 {{needed}} 个才能学习。',
    nothing: '学到的权重在没有参与学习的需求上并不更好（{{tried}}，现行 {{now}}），没有提出。',
    learnt: '已提出 {{label}}：在没有参与学习的需求上由 {{now}} 到 {{tried}}。',
    more: '更早的版本',
  },
  en: {
    title: 'Versions of the weights',
    rule: 'It takes two: one proposes and tries out, another releases. An earlier version can be put back at any time.',
    propose: 'Propose weights',
    learn: 'Learn from outcomes',
    few: '{{needs}} past needs can be compared; learning begins at {{needed}}.',
    nothing:
      'What was learnt is no better on needs not learnt from ({{tried}}, in force {{now}}): nothing is proposed.',
    learnt: 'Proposed as {{label}}: on needs not learnt from, from {{now}} to {{tried}}.',
    more: 'Earlier versions',
  },
});

/** Versions of the weights for the association's people: to propose, try out, release, withdraw and put back. */
export function WeightsVersions() {
  const t = useWords();
  const [proposing, setProposing] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const pages = usePages<typeof listWeightsVersions, WeightsVersion>(listWeightsVersions, { query: { limit: 20 } });
  const learn = useAct(learnWeights, [listWeightsVersions]);
  const inForce = pages.items.find(({ state }) => state === 'in_force');
  const startLearning = (): void =>
    learn.act({}, ({ needs, needed, heldOut, proposal }) => {
      const figures = heldOut
        ? { now: heldOut.inForce.ndcg10.toFixed(3), tried: heldOut.learnt.ndcg10.toFixed(3) }
        : { now: '', tried: '' };
      if (proposal) setTold(t('learnt', { label: proposal.label, ...figures }));
      else setTold(heldOut ? t('nothing', figures) : t('few', { needs, needed }));
    });
  return (
    <Section
      title={t('title')}
      extra={
        <>
          <Button loading={learn.pending} onClick={startLearning}>
            {t('learn')}
          </Button>
          <Button type="primary" disabled={!inForce} onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('rule')}</p>
      {told ? <Alert type="info" showIcon title={told} closable={{ onClose: () => setTold(null) }} /> : null}
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active /> : null}
      {pages.items.map((kept) => (
        <VersionCard key={kept.id} kept={kept} against={inForce?.label ?? ''} />
      ))}
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {proposing && inForce ? <ProposeWeightsModal inForce={inForce} onClose={() => setProposing(false)} /> : null}
    </Section>
  );
}
