import {
  downloadNeedNotice,
  downloadNeedPoster,
  getNeedGroupText,
  submitNeed,
  withdrawNeed,
  type NeedState,
  type NeedView,
} from '@duijie/contracts';
import { DownOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { CopyText } from '../../../kit/copy-text';
import { LinkButton } from '../../../kit/link-button';
import { MenuButton } from '../../../kit/menu-button';
import { ReasonModal } from '../../../kit/reason-modal';
import { SaveFile } from '../../../kit/save-file';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { touchedByNeed } from '../touched';
import type { Standing } from '../use-standing';

const useWords = defineWords('need-actions', {
  zh: {
    edit: '修改',
    again: '修改后重新发布',
    write: '接着写',
    submit: '发布',
    published: '已发布',
    screening: '已提交，审核后发布',
    withdraw: '撤回需求',
    withdrawTitle: '撤回这条需求',
    withdrawWhy: '撤回后服务方看不到它，已收到的响应会被告知。',
    withdrawn: '已撤回',
    group: '复制群通知',
    poster: '海报（带二维码）',
    notice: '公告 Word',
    more: '更多操作',
  },
  en: {
    edit: 'Change',
    again: 'Change and publish again',
    write: 'Go on writing',
    submit: 'Publish',
    published: 'Published',
    screening: 'Submitted: it is published once it was looked at',
    withdraw: 'Withdraw the need',
    withdrawTitle: 'Withdraw this need',
    withdrawWhy: 'Providers no longer see it; whoever has responded is told.',
    withdrawn: 'Withdrawn',
    group: 'Copy text for the group',
    poster: 'Poster (QR code)',
    notice: 'Notice (Word)',
    more: 'More',
  },
});

const changeable: readonly NeedState[] = ['submitted', 'published', 'responding', 'deciding'];
const unpublished: readonly NeedState[] = ['draft', 'returned', 'failed'];
const withdrawable: readonly NeedState[] = [...changeable, ...unpublished];
const onPaper: readonly NeedState[] = ['published', 'responding', 'deciding', 'awarded', 'in_delivery', 'completed'];

/** What may be done with the need as a whole; the next step first. */
export function NeedActions({ need, standing }: { readonly need: NeedView; readonly standing: Standing }) {
  const t = useWords();
  const { say } = useLanguage();
  const [withdrawing, setWithdrawing] = useState(false);
  const withdraw = useAct(withdrawNeed, touchedByNeed, t('withdrawn'), true);
  const { message } = App.useApp();
  const submit = useAct(submitNeed, touchedByNeed);
  const one = { params: { needId: need.id } };
  const mayWithdraw = standing.poster && withdrawable.includes(need.state);
  return (
    <>
      {onPaper.includes(need.state) ? (
        <>
          <CopyText label={t('group')} text={async () => say(await api().call(getNeedGroupText, one))} />
          <SaveFile contract={downloadNeedPoster} input={one} label={t('poster')} />
          <SaveFile contract={downloadNeedNotice} input={one} label={t('notice')} />
        </>
      ) : null}
      {standing.poster && changeable.includes(need.state) ? (
        <LinkButton to={`/needs/${need.id}/edit`}>{t('edit')}</LinkButton>
      ) : null}
      {standing.poster && unpublished.includes(need.state) ? (
        <>
          <LinkButton to={`/needs/${need.id}/edit`}>{t(need.state === 'draft' ? 'write' : 'again')}</LinkButton>
          <Button
            type="primary"
            loading={submit.pending}
            onClick={() =>
              submit.act(
                { ...one, ifMatch: need.version },
                ({ state }) => void message.success(t(state === 'submitted' ? 'screening' : 'published')),
              )
            }
          >
            {t('submit')}
          </Button>
        </>
      ) : null}
      {mayWithdraw ? (
        <MenuButton
          aria-label={t('more')}
          icon={<DownOutlined aria-hidden />}
          items={[{ key: 'withdraw', danger: true, label: t('withdraw') }]}
          onChoose={() => setWithdrawing(true)}
        />
      ) : null}
      {withdrawing ? (
        <ReasonModal
          title={t('withdrawTitle')}
          explanation={t('withdrawWhy')}
          confirm={t('withdraw')}
          danger
          pending={withdraw.pending}
          error={withdraw.error}
          onCancel={() => setWithdrawing(false)}
          onConfirm={(reason) =>
            withdraw.act({ ...one, ifMatch: need.version, body: { reason } }, () => setWithdrawing(false))
          }
        />
      ) : null}
    </>
  );
}
