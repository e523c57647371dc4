import { cancelRound, freezeRound, publishRound, solveRound, thawRound, type RoundView } from '@duijie/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ReasonModal } from '../../kit/reason-modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { DrawModal } from './draw-modal';
import { FreezeModal } from './freeze-modal';
import { SettingsModal } from './settings-modal';
import { touchedByRound } from './touched';

const useWords = defineWords('round-acts', {
  zh: {
    solve: '汇集并求解',
    again: '重新汇集',
    solved: '已求解',
    settings: '修改规则',
    freeze: '定稿',
    frozen: '已定稿，证明已核验',
    draw: '录入抽签数值',
    publish: '发布为推介',
    publishAsk: '发布 {{n}} 对推介？',
    publishWhy: '发布前会再核验证明，并按当前情况逐对复核；不再成立的落选并写明原因。发布后不能再改。',
    published: '已发布，正在逐个推介',
    keep: '再看看',
    thaw: '退回修改',
    cancel: '取消轮次',
    done: '已办好',
  },
  en: {
    solve: 'Solve',
    again: 'Put together anew',
    solved: 'Solved',
    settings: 'Change the rules',
    freeze: 'Freeze',
    frozen: 'Frozen, and the proof is checked',
    draw: 'Draw the ties',
    publish: 'Publish as introductions',
    publishAsk: 'Publish {{n}} offers?',
    publishWhy:
      'The proof is checked once more, and every pair is looked at as things stand now: what no longer holds falls out with its reason. Afterwards it does not change.',
    published: 'Published, introductions are on their way',
    keep: 'Not yet',
    thaw: 'Take back to edit',
    cancel: 'Cancel the round',
    done: 'Done',
  },
});
type Asked = 'settings' | 'freeze' | 'draw' | 'thaw' | 'cancel';

/** What can be done to a round in its state. */
export function RoundActs({ round }: { readonly round: RoundView }) {
  const t = useWords();
  const { modal } = App.useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const solve = useAct(solveRound, touchedByRound, t('solved'));
  const freeze = useAct(freezeRound, touchedByRound, t('frozen'));
  const publish = useAct(publishRound, touchedByRound, t('published'));
  const thaw = useAct(thawRound, touchedByRound, t('done'), true);
  const cancel = useAct(cancelRound, touchedByRound, t('done'), true);
  const one = { params: { roundId: round.id }, ifMatch: round.version };
  const close = (): void => setAsked(null);
  const { state, solution, settings, proof } = round;
  const mustDraw = proof?.draw !== undefined && proof.draw !== null && proof.draw.value === null;
  const ending = asked === 'thaw' ? thaw : cancel;
  const askPublish = (): void => {
    void modal.confirm({
      title: t('publishAsk', { n: solution?.modes[0]?.offers ?? 0 }),
      content: t('publishWhy'),
      okText: t('publish'),
      cancelText: t('keep'),
      onOk: () => publish.act(one),
    });
  };
  return (
    <>
      {state === 'draft' ? (
        <>
          <Button type={solution ? 'default' : 'primary'} loading={solve.pending} onClick={() => solve.act(one)}>
            {t(solution ? 'again' : 'solve')}
          </Button>
          <Button onClick={() => setAsked('settings')}>{t('settings')}</Button>
          {solution ? (
            <Button
              type="primary"
              loading={freeze.pending}
              onClick={() => (settings.draw ? setAsked('freeze') : freeze.act({ ...one, body: {} }))}
            >
              {t('freeze')}
            </Button>
          ) : null}
        </>
      ) : null}
      {state === 'frozen' ? (
        <>
          {mustDraw ? (
            <Button type="primary" onClick={() => setAsked('draw')}>
              {t('draw')}
            </Button>
          ) : (
            <Button type="primary" loading={publish.pending} onClick={askPublish}>
              {t('publish')}
            </Button>
          )}
          {proof?.draw?.value ? null : <Button onClick={() => setAsked('thaw')}>{t('thaw')}</Button>}
        </>
      ) : null}
      {state === 'draft' || state === 'frozen' ? (
        <Button type="text" onClick={() => setAsked('cancel')}>
          {t('cancel')}
        </Button>
      ) : null}
      {asked === 'settings' ? <SettingsModal round={round} onClose={close} /> : null}
      {asked === 'freeze' ? <FreezeModal round={round} onClose={close} /> : null}
      {asked === 'draw' ? <DrawModal round={round} onClose={close} /> : null}
      {asked === 'thaw' || asked === 'cancel' ? (
        <ReasonModal
          title={t(asked)}
          confirm={t(asked)}
          danger={asked === 'cancel'}
          pending={ending.pending}
          error={ending.error}
          onConfirm={(reason) => ending.act({ ...one, body: { reason } }, close)}
          onCancel={close}
        />
      ) : null}
    </>
  );
}
