import type { CompoundView } from '@duijie/contracts';
import { committeeStates, compoundTypes, feeRegimes, propertyStates } from '@duijie/domain-kit';
import { DescriptionList } from '../../kit/description-list';
import { Money } from '../../kit/money';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ContractEnd } from '../../kit/contract-end';

const useWords = defineWords('compound-facts', {
  zh: {
    title: '基本情况',
    unknown: '没有登记的情况不显示；知道的社区、业委会、街道和协会可以补充',
    type: '类型',
    households: '户数',
    householdsOf: '{{n}} 户',
    built: '建成年份',
    builtIn: '{{n}} 年',
    floor: '建筑面积',
    charged: '收费面积',
    area: '{{n}} 平方米',
    lifts: '电梯',
    liftsOf: '{{n}} 部',
    parking: '车位',
    parkingOf: '{{n}} 个',
    property: '物业管理',
    fee: '物业费',
    feePer: '每平方米每月',
    regime: '计费方式',
    ends: '物业合同到期',
    committee: '业委会',
    branch: '小区党组织',
    none: '未建',
    joint: '与邻近小区联建',
    active: '已建',
    collection: '收费率（不公开）',
    income: '公共收益（不公开）',
    perYear: '每年',
    fund: '维修资金余额（不公开）',
  },
  en: {
    title: 'Facts',
    unknown: 'What is not entered is not shown; the community, committee, subdistrict or association may add it',
    type: 'Type',
    households: 'Households',
    householdsOf: '{{n}}',
    built: 'Built',
    builtIn: '{{n}}',
    floor: 'Floor area',
    charged: 'Charged area',
    area: '{{n}} m²',
    lifts: 'Lifts',
    liftsOf: '{{n}}',
    parking: 'Parking spaces',
    parkingOf: '{{n}}',
    property: 'Property management',
    fee: 'Fee',
    feePer: 'a m² and month',
    regime: 'Regime',
    ends: 'Property contract ends',
    committee: "Owners' committee",
    branch: 'Party branch',
    none: 'None',
    joint: 'Joint with a neighbour',
    active: 'Active',
    collection: 'Collection rate (not public)',
    income: 'Common income (not public)',
    perYear: 'a year',
    fund: 'Maintenance fund (not public)',
  },
});

/** What is known of a compound, the closed facts for whoever answers for it. */
export function CompoundFacts({ one }: { readonly one: CompoundView }) {
  const t = useWords();
  const { say, language } = useLanguage();
  const number = (n: number): string => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const counted = (
    name: 'households' | 'floor' | 'charged' | 'lifts' | 'parking',
    unit: 'householdsOf' | 'area' | 'liftsOf' | 'parkingOf',
    n: number | null,
  ) => (n === null ? null : { name: t(name), value: t(unit, { n: number(n) }) });
  const closed = one.closedFacts;
  return (
    <Section title={t('title')}>
      <DescriptionList
        facts={[
          { name: t('type'), value: say(compoundTypes[one.type]) },
          counted('households', 'householdsOf', one.households),
          one.builtYear === null ? null : { name: t('built'), value: t('builtIn', { n: one.builtYear }) },
          counted('floor', 'area', one.floorAreaM2),
          counted('charged', 'area', one.chargedAreaM2),
          counted('lifts', 'liftsOf', one.lifts),
          counted('parking', 'parkingOf', one.parkingSpaces),
          one.propertyState ? { name: t('property'), value: say(propertyStates[one.propertyState]) } : null,
          one.feeFen === null
            ? null
            : {
                name: t('fee'),
                value: (
                  <>
                    <Money fen={one.feeFen} /> {t('feePer')}
                  </>
                ),
              },
          one.feeRegime ? { name: t('regime'), value: say(feeRegimes[one.feeRegime]) } : null,
          one.contractEndsOn ? { name: t('ends'), value: <ContractEnd day={one.contractEndsOn} /> } : null,
          one.committeeState ? { name: t('committee'), value: say(committeeStates[one.committeeState]) } : null,
          one.partyBranchState ? { name: t('branch'), value: t(one.partyBranchState) } : null,
          closed && closed.collectionRatePercent !== null
            ? { name: t('collection'), value: `${closed.collectionRatePercent} %` }
            : null,
          closed && closed.commonIncomeFenPerYear !== null
            ? {
                name: t('income'),
                value: (
                  <>
                    <Money fen={closed.commonIncomeFenPerYear} /> {t('perYear')}
                  </>
                ),
              }
            : null,
          closed && closed.maintenanceFundFen !== null
            ? { name: t('fund'), value: <Money fen={closed.maintenanceFundFen} /> }
            : null,
        ]}
      />
      <p className="muted">{t('unknown')}</p>
    </Section>
  );
}
