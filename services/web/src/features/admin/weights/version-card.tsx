import {
  getMatchingWeights,
  listWeightsVersions,
  releaseWeights,
  rollBackWeights,
  tryOutWeights,
  withdrawWeights,
  type WeightsVersion,
} from '@duijie/contracts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Moment } from '../../../kit/moment';
import { ReasonModal } from '../../../kit/reason-modal';
import { useAct } from '../../../kit/use-act';
import { useSession } from '../../../session/session';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { TryOutView } from './try-out-view';

const useWords = defineWords('weights-version', {
  zh: {
    proposed: '待发布',
    in_force: '现行',
    retired: '已停用',
    withdrawn: '已撤回',
    shipped: '随系统提供',
    person: '人工提出',
    learnt: '从对接结果学习',
    by: '{{name}} 提出于',
    released: '{{name}} 发布于',
    name: '项目',
    before: '原来',
    value: '改为',
    same: '数值与 {{basedOn}} 相同',
    heldOut: '在没有参与学习的需求上：ndcg@10 由 {{now}} 到 {{tried}}（{{needs}} 个需求）',
    tryOut: '在以往需求上试算',
    tryAgain: '重新试算',
    tried: '试算完成',
    release: '发布',
    own: '由您提出，须由另一位管理员发布',
    mustTry: '试算后才能发布',
    releaseWhat: '发布后所有推荐名单按新权重重新计算，并向所有人公布。',
    releasedDone: '已发布，推荐名单正在重新计算',
    withdraw: '撤回',
    withdrawWhat: '撤回后不再参与发布，记录保留。',
    withdrawnDone: '已撤回',
    rollBack: '恢复这一版',
    rollBackWhat: '所有推荐名单按这一版重新计算，并向所有人公布。发布现行权重的人不能自己恢复。',
    rolledBack: '已恢复，推荐名单正在重新计算',
  },
  en: {
    proposed: 'Proposed',
    in_force: 'In force',
    retired: 'Retired',
    withdrawn: 'Withdrawn',
    shipped: 'shipped',
    person: 'proposed by a person',
    learnt: 'learnt from outcomes',
    by: 'Proposed by {{name}}, at',
    released: 'Released by {{name}}, at',
    name: 'What',
    before: 'Before',
    value: 'Now',
    same: 'The same figures as {{basedOn}}',
    heldOut: 'On needs not learnt from: ndcg@10 from {{now}} to {{tried}} ({{needs}} needs)',
    tryOut: 'Try out on past needs',
    tryAgain: 'Try out again',
    tried: 'Tried out',
    release: 'Release',
    own: 'Proposed by you: another administrator releases them',
    mustTry: 'To be tried out before the release',
    releaseWhat: 'Every list is made anew by these weights, and the change is published.',
    releasedDone: 'Released; lists are being made anew',
    withdraw: 'Withdraw',
    withdrawWhat: 'They can no longer be released; the record stays.',
    withdrawnDone: 'Withdrawn',
    rollBack: 'Put this version back',
    rollBackWhat:
      'Every list is made anew by this version, and the change is published. Who released those in force cannot do this.',
    rolledBack: 'Put back; lists are being made anew',
  },
});
const colours = { proposed: 'warning', in_force: 'success', retired: 'default', withdrawn: 'default' } as const;
const touched = [listWeightsVersions, getMatchingWeights];
type Asking = 'release' | 'withdraw' | 'rollBack';

/** What may be done with a version: try out, release by a second person, withdraw, put back. @param against label in force */
function VersionActions({ kept, against }: { readonly kept: WeightsVersion; readonly against: string }) {
  const t = useWords();
  const { me } = useSession();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  const tryOut = useAct(tryOutWeights, touched, t('tried'));
  const release = useAct(releaseWeights, touched, t('releasedDone'), true);
  const withdraw = useAct(withdrawWeights, touched, t('withdrawnDone'), true);
  const rollBack = useAct(rollBackWeights, touched, t('rolledBack'), true);
  const params = { weightsId: kept.id };
  const confirm = (reason: string): void => {
    const input = { params, ifMatch: kept.version, body: { reason } };
    if (asking === 'release') release.act(input, close);
    else if (asking === 'withdraw') withdraw.act(input, close);
    else rollBack.act(input, close);
  };
  const own = kept.proposedBy?.id === me?.person.id;
  const tried = kept.tryOut?.against === against;
  const administrator = me?.actingFor?.role === 'administrator';
  const doing = { release, withdraw, rollBack };
  const what = { release: t('releaseWhat'), withdraw: t('withdrawWhat'), rollBack: t('rollBackWhat') };
  return (
    <div className="kit-row">
      {kept.state === 'in_force' ? null : (
        <Button loading={tryOut.pending} onClick={() => tryOut.act({ params })}>
          {t(kept.tryOut ? 'tryAgain' : 'tryOut')}
        </Button>
      )}
      {kept.state === 'proposed' ? (
        <>
          {administrator ? (
            <Button type="primary" disabled={own || !tried} onClick={() => setAsking('release')}>
              {t('release')}
            </Button>
          ) : null}
          <Button onClick={() => setAsking('withdraw')}>{t('withdraw')}</Button>
          {own ? (
            <span className="muted">{t('own')}</span>
          ) : tried ? null : (
            <span className="muted">{t('mustTry')}</span>
          )}
        </>
      ) : null}
      {kept.state === 'retired' ? <Button onClick={() => setAsking('rollBack')}>{t('rollBack')}</Button> : null}
      {asking ? (
        <ReasonModal
          title={t(asking)}
          explanation={what[asking]}
          confirm={t(asking)}
          pending={doing[asking].pending}
          error={doing[asking].error}
          onConfirm={confirm}
          onCancel={close}
        />
      ) : null}
    </div>
  );
}

/** A version of the weights: whose, why, what it changes, what the try-out said. @param against label in force */
export function VersionCard({ kept, against }: { readonly kept: WeightsVersion; readonly against: string }) {
  const t = useWords();
  const { say } = useLanguage();
  const changed = kept.values.filter(({ value, before }) => value !== before);
  const { learnt } = kept;
  return (
    <article className="kit-card admin-weights-version" aria-label={kept.label}>
      <div className="kit-row">
        <strong>{kept.label}</strong>
        <Tag color={colours[kept.state]}>{t(kept.state)}</Tag>
        <span className="muted">{t(kept.source)}</span>
      </div>
      <p>{kept.reason}</p>
      {kept.proposedBy ? (
        <p className="muted">
          {t('by', { name: kept.proposedBy.name })} <Moment at={kept.proposedAt} />
        </p>
      ) : null}
      {kept.releasedBy && kept.releasedAt ? (
        <p className="muted">
          {t('released', { name: kept.releasedBy.name })} <Moment at={kept.releasedAt} />
        </p>
      ) : null}
      {learnt ? (
        <p>
          {t('heldOut', {
            now: learnt.inForce.ndcg10.toFixed(3),
            tried: learnt.learnt.ndcg10.toFixed(3),
            needs: learnt.learnt.needs,
          })}
        </p>
      ) : null}
      {changed.length > 0 ? (
        <table className="kit-table" aria-label={kept.label}>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col" className="kit-end">
                {t('before')}
              </th>
              <th scope="col" className="kit-end">
                {t('value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ name, value, before, words }) => (
              <tr key={name}>
                <td>{say(words)}</td>
                <td className="kit-end">{before}</td>
                <td className="kit-end">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : kept.basedOn === null ? null : (
        <p className="muted">{t('same', { basedOn: kept.basedOn })}</p>
      )}
      {kept.tryOut ? <TryOutView tryOut={kept.tryOut} /> : null}
      <VersionActions kept={kept} against={against} />
    </article>
  );
}
