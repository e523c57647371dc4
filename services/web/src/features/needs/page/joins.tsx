import { joinNeed, leaveNeed, listNeedJoins, type NeedView } from '@duijie/contracts';
import { Button } from 'antd';
import { useCall } from '../../../api/use-call';
import { Section } from '../../../kit/section';
import { useAct } from '../../../kit/use-act';
import { useSession } from '../../../session/session';
import { defineWords } from '../../../words/define-words';
import { touchedByNeed } from '../touched';
import type { Standing } from '../use-standing';

const useWords = defineWords('need-joins', {
  zh: {
    title: '我也要',
    join: '我也要',
    joined: '已加入，有进展会告诉你们',
    leave: '取消“我也要”',
    left: '已取消',
    count: '{{n}} 个单位也要',
    none: '还没有别的单位加入',
  },
  en: {
    title: 'Also wanted by',
    join: 'We need it too',
    joined: 'Joined: you hear of what becomes of it',
    leave: 'Leave it',
    left: 'Left',
    count: '{{n}} more organisations need it too',
    none: 'Nobody else has joined yet',
  },
});

/** Who else needs the same, and joining by one tap. */
export function Joins({ need, standing }: { readonly need: NeedView; readonly standing: Standing }) {
  const t = useWords();
  const { me } = useSession();
  const joins = useCall(listNeedJoins, { params: { needId: need.id }, query: { limit: 50 } });
  const join = useAct(joinNeed, touchedByNeed, t('joined'));
  const leave = useAct(leaveNeed, touchedByNeed, t('left'));
  const own = joins.data?.items.find(({ organisationId }) => organisationId === me?.actingFor?.organisationId);
  const open = need.state === 'published' || need.state === 'responding';
  const count = joins.data?.count ?? 0;
  if (count === 0 && !(standing.neighbour && open)) return null;
  return (
    <Section
      title={t('title')}
      extra={
        standing.neighbour && open ? (
          own ? (
            <Button
              size="small"
              loading={leave.pending}
              onClick={() => leave.act({ params: { needId: need.id, joinId: own.id }, ifMatch: own.version })}
            >
              {t('leave')}
            </Button>
          ) : (
            <Button
              type="primary"
              loading={join.pending}
              onClick={() => join.act({ params: { needId: need.id }, body: {} })}
            >
              {t('join')}
            </Button>
          )
        ) : null
      }
    >
      <p className="muted">{count === 0 ? t('none') : t('count', { n: count })}</p>
      <ul className="kit-plain-list">
        {joins.data?.items.map((one) => (
          <li key={one.id}>
            {one.organisationName} {one.note ? <span className="muted">{one.note}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
