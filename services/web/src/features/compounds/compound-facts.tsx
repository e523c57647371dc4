import { EditOutlined } from '@ant-design/icons';
import type { CompoundView } from '@duijie/contracts';
import { committeeStates, compoundTypes, feeRegimes, propertyStates } from '@duijie/domain-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { ContractEnd } from '../../kit/contract-end';
import { DescriptionList } from '../../kit/description-list';
import { Money } from '../../kit/money';
import { Section } from '../../kit/section';
import { useSession } from '../../session/session';
import { useLanguage } from '../../words/language';
import { mayChange } from './compound-entry';
import { CompoundForm } from './compound-form';
import { useFactWords } from './fact-words';

/** What is known of a compound, the closed facts for whoever answers for it. */
export function CompoundFacts({ one }: { readonly one: CompoundView }) {
  const t = useFactWords();
  const acting = useSession().me?.actingFor ?? null;
  const [editing, setEditing] = useState(false);
  const { say, language } = useLanguage();
  const number = (n: number): string => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const counted = (
    name: 'households' | 'floor' | 'charged' | 'lifts' | 'parking',
    unit: 'householdsOf' | 'area' | 'liftsOf' | 'parkingOf',
    n: number | null,
  ) => (n === null ? null : { name: t(name), value: t(unit, { n: number(n) }) });
  const closed = one.closedFacts;
  if (editing)
    return (
      <Section title={t('title')}>
        <CompoundForm one={one} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />
      </Section>
    );
  return (
    <Section
      title={t('title')}
      extra={
        mayChange(acting, one) ? (
          <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        ) : null
      }
    >
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
