import type { NeedView } from '@duijie/contracts';
import { fundings, modes, needStates, urgencies } from '@duijie/domain-kit';
import { Typography } from 'antd';
import { Link } from 'react-router';
import { Deadline } from '../../kit/deadline';
import { DescriptionList } from '../../kit/description-list';
import { Budget } from '../../kit/money';
import { StateTag } from '../../kit/state-tag';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('need-brief', {
  zh: {
    poster: '发布方',
    place: '地点',
    money: '资金',
    mode: '方式',
    until: '响应截止',
    window: '服务时间',
    asked: '需要',
    households: '{{n}} 户',
    open: '打开需求页',
    expand: '展开',
    fold: '收起',
  },
  en: {
    poster: 'Posted by',
    place: 'Where',
    money: 'Money',
    mode: 'Mode',
    until: 'Responses until',
    window: 'When',
    asked: 'Asks for',
    households: '{{n}} households',
    open: 'Open the need',
    expand: 'Expand',
    fold: 'Collapse',
  },
});

/** A need as a broker has to know it before a call. */
export function NeedBrief({ need }: { readonly need: NeedView }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { nameOf } = useLeaves();
  const { place } = need;
  const where = [place.district, place.subdistrict, place.community, place.compound].filter(Boolean).join(' ');
  return (
    <>
      <div className="kit-row" style={{ marginBottom: 6 }}>
        <StateTag vocabulary={needStates} code={need.state} />
        <StateTag vocabulary={urgencies} code={need.urgency} />
        <Link to={`/needs/${need.id}`}>{t('open')}</Link>
      </div>
      <Typography.Paragraph
        className="kit-prose"
        ellipsis={{ rows: 3, expandable: 'collapsible', symbol: (open: boolean) => t(open ? 'fold' : 'expand') }}
      >
        {need.description}
      </Typography.Paragraph>
      <DescriptionList
        facts={[
          { name: t('poster'), value: need.organisationName },
          {
            name: t('place'),
            value: place.households === null ? where : `${where} · ${t('households', { n: place.households })}`,
          },
          {
            name: t('money'),
            value: (
              <>
                <Budget money={need.money} /> {need.funding ? say(fundings[need.funding]) : ''}
              </>
            ),
          },
          { name: t('mode'), value: say(modes[need.mode]) },
          { name: t('asked'), value: need.components.map(({ code }) => nameOf(code)).join(comma) },
          need.responsesDueAt ? { name: t('until'), value: <Deadline at={need.responsesDueAt} /> } : null,
          need.window.start ? { name: t('window'), value: `${need.window.start} – ${need.window.end ?? ''}` } : null,
        ]}
      />
    </>
  );
}
