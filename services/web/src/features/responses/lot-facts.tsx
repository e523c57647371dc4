import type { LotView } from '@duijie/contracts';
import { fundings, modes, organisationKinds, urgencies } from '@duijie/domain-kit';
import { DayText } from '../../kit/day-text';
import { Deadline } from '../../kit/deadline';
import { DescriptionList } from '../../kit/description-list';
import { Budget } from '../../kit/money';
import { StateTag } from '../../kit/state-tag';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('lot-facts', {
  zh: {
    poster: '需求方',
    place: '地点',
    mode: '方式',
    money: '资金',
    components: '要做的服务',
    window: '实施时间',
    from: '从',
    until: '到',
    urgency: '缓急',
    kinds: '可承接主体',
    anyKind: '不限',
    qualifications: '资质要求',
    due: '响应截止',
    noDue: '未设截止，由需求方关闭',
    sealed: '密封，截止后统一开启',
    count: '已收到响应',
    copies: '{{n}} 份',
    terms: '评定办法',
    none: '无需评定',
    first_come: '先到先得',
    choice: '由需求方选定并说明理由',
    price: '最低价',
    scored: '综合评分',
    notice: '公示 {{n}} 天',
    least: '至少 {{n}} 份',
  },
  en: {
    poster: 'Poster',
    place: 'Where',
    mode: 'Mode',
    money: 'Money',
    components: 'Services asked for',
    window: 'When',
    from: 'from',
    until: 'until',
    urgency: 'Urgency',
    kinds: 'Who may supply it',
    anyKind: 'any provider',
    qualifications: 'Qualifications',
    due: 'Responses due',
    noDue: 'No deadline; the poster closes it',
    sealed: 'sealed, opened together at the deadline',
    count: 'Responses received',
    copies: '{{n}}',
    terms: 'How it is decided',
    none: 'nothing to decide',
    first_come: 'first come',
    choice: 'the poster chooses, with reasons',
    price: 'lowest price',
    scored: 'by scores',
    notice: 'result posted for {{n}} days',
    least: 'at least {{n}}',
  },
});

/** What a provider needs to know of a lot before it responds. */
export function LotFacts({ lot }: { readonly lot: LotView }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const leaves = useLeaves();
  const { need, terms } = lot;
  const decidedBy = [
    t(terms.evaluation),
    terms.leastResponses > 1 ? t('least', { n: terms.leastResponses }) : '',
    terms.noticeDays > 0 ? t('notice', { n: terms.noticeDays }) : '',
  ].filter((text) => text !== '');
  const place = [lot.district, lot.subdistrict, need.place.community, need.place.compound].filter(
    (one) => one !== null,
  );
  return (
    <DescriptionList
      facts={[
        { name: t('poster'), value: lot.organisationName },
        { name: t('place'), value: place.join(' · ') },
        { name: t('mode'), value: `${say(modes[lot.mode])}${lot.sealed ? ` · ${t('sealed')}` : ''}` },
        {
          name: t('money'),
          value: (
            <>
              <Budget money={need.money} />
              {need.funding && need.funding !== 'none' ? (
                <div className="muted">{say(fundings[need.funding])}</div>
              ) : null}
            </>
          ),
        },
        { name: t('components'), value: lot.components.map((code) => leaves.nameOf(code)).join(comma) },
        need.window.start || need.window.end
          ? {
              name: t('window'),
              value: (
                <>
                  {need.window.start ? (
                    <>
                      {t('from')} <DayText day={need.window.start} />{' '}
                    </>
                  ) : null}
                  {need.window.end ? (
                    <>
                      {t('until')} <DayText day={need.window.end} />
                    </>
                  ) : null}
                </>
              ),
            }
          : null,
        { name: t('urgency'), value: <StateTag vocabulary={urgencies} code={need.urgency} /> },
        {
          name: t('kinds'),
          value:
            need.eligibleKinds.length === 0
              ? t('anyKind')
              : need.eligibleKinds.map((kind) => say(organisationKinds[kind])).join(comma),
        },
        need.requiredQualifications.length > 0
          ? {
              name: t('qualifications'),
              value: need.requiredQualifications.map(({ name }) => name).join(comma),
            }
          : null,
        { name: t('due'), value: lot.responsesDueAt ? <Deadline at={lot.responsesDueAt} /> : t('noDue') },
        { name: t('terms'), value: decidedBy.join(' · ') },
        { name: t('count'), value: t('copies', { n: lot.responseCount }) },
      ]}
    />
  );
}
