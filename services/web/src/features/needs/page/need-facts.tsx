import { downloadNeedAttachment, type NeedView } from '@duijie/contracts';
import {
  committeeStates,
  fundings,
  modes,
  needScopes,
  organisationKinds,
  propertyStates,
  urgencies,
} from '@duijie/domain-kit';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { DayText } from '../../../kit/day-text';
import { Deadline } from '../../../kit/deadline';
import { DescriptionList } from '../../../kit/description-list';
import { Budget } from '../../../kit/money';
import { SaveFile } from '../../../kit/save-file';
import { Section } from '../../../kit/section';
import { StateTag } from '../../../kit/state-tag';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { decisionBasisWords } from '../../../kit/decision-basis-kinds';

const useWords = defineWords('need-facts', {
  zh: {
    title: '需求内容',
    where: '地点',
    compound: '小区（院落）',
    dossier: '小区档案',
    households: '{{n}} 户',
    built: '{{n}} 年建成',
    services: '需要的服务',
    money: '资金',
    funding: '资金来源',
    mode: '方式',
    urgency: '紧急程度',
    window: '时间',
    soon: '尽快',
    until: '至',
    due: '响应截止',
    opens: '开放响应',
    kinds: '可承接主体',
    any: '不限',
    qualifications: '资质要求',
    basis: '决策依据',
    missing: '还缺',
    contact: '联系人（不公开）',
    files: '附件',
    reason: '采用这种方式的理由',
  },
  en: {
    title: 'What is needed',
    where: 'Where',
    compound: 'Compound',
    dossier: 'Dossier',
    households: '{{n}} households',
    built: 'built in {{n}}',
    services: 'Services asked for',
    money: 'Money',
    funding: 'Source of the money',
    mode: 'Mode',
    urgency: 'Urgency',
    window: 'When',
    soon: 'As soon as possible',
    until: 'to',
    due: 'Responses due',
    opens: 'Opens for responses',
    kinds: 'Open to',
    any: 'All kinds',
    qualifications: 'Qualifications',
    basis: 'Decision basis',
    missing: 'still missing',
    contact: 'Contact (not public)',
    files: 'Files',
    reason: 'Why this mode',
  },
});

function Compound({ need }: { readonly need: NeedView }) {
  const t = useWords();
  const { say } = useLanguage();
  const { place } = need;
  const parts = [
    place.compound,
    place.compoundType ? say(needScopes[place.compoundType]) : null,
    place.households === null ? null : t('households', { n: place.households }),
    place.builtYear === null ? null : t('built', { n: place.builtYear }),
    place.propertyState ? say(propertyStates[place.propertyState]) : null,
    place.committeeState && place.committeeState !== 'n/a' ? say(committeeStates[place.committeeState]) : null,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <>
      {parts.join(' · ')} {place.compoundId ? <Link to={`/compounds/${place.compoundId}`}>{t('dossier')}</Link> : null}
    </>
  );
}

function Bases({ need }: { readonly need: NeedView }) {
  const t = useWords();
  const { say } = useLanguage();
  const basis = need.decisionBasis;
  const missing = need.askedBases.filter(({ given }) => !given);
  return (
    <>
      {basis ? (
        <div>
          {say(decisionBasisWords[basis.kind])} <DayText day={basis.decidedOn} /> {basis.note}
        </div>
      ) : null}
      {missing.map((asked) => (
        <div key={asked.ruleId}>
          <Tag color="warning">{t('missing')}</Tag>
          {say(asked)}
        </div>
      ))}
    </>
  );
}

/** What a need asks for, as everybody who may see it reads it. */
export function NeedFacts({ need }: { readonly need: NeedView }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { nameOf } = useLeaves();
  const { place, window } = need;
  const where = [place.district, place.subdistrict, place.community].filter(Boolean).join(' ');
  const open = need.state === 'published' || need.state === 'responding';
  const hasBases = need.decisionBasis !== null || need.askedBases.some(({ given }) => !given);
  const contact = need.private?.contact ?? null;
  return (
    <Section title={t('title')}>
      <p className="kit-prose">{need.description}</p>
      <DescriptionList
        facts={[
          {
            name: t('services'),
            wide: true,
            value: (
              <span className="kit-row">
                {need.components.map(({ code }) => (
                  <Tag key={code} style={{ marginInlineEnd: 0, whiteSpace: 'normal' }}>
                    {nameOf(code)}
                  </Tag>
                ))}
              </span>
            ),
          },
          { name: t('where'), value: where, wide: Boolean(place.compound ?? place.compoundType) },
          place.compound || place.compoundType
            ? { name: t('compound'), value: <Compound need={need} />, wide: true }
            : null,
          { name: t('money'), value: <Budget money={need.money} /> },
          need.funding ? { name: t('funding'), value: say(fundings[need.funding]) } : null,
          { name: t('mode'), value: say(modes[need.mode]) },
          { name: t('urgency'), value: <StateTag vocabulary={urgencies} code={need.urgency} /> },
          {
            name: t('window'),
            value:
              window.start === null && window.end === null ? (
                t('soon')
              ) : (
                <>
                  {window.start ? <DayText day={window.start} /> : null} {window.end ? t('until') : null}{' '}
                  {window.end ? <DayText day={window.end} /> : null}
                </>
              ),
          },
          open && need.responsesDueAt ? { name: t('due'), value: <Deadline at={need.responsesDueAt} /> } : null,
          need.opensAt ? { name: t('opens'), value: <Deadline at={need.opensAt} /> } : null,
          {
            name: t('kinds'),
            value:
              need.eligibleKinds.length === 0
                ? t('any')
                : need.eligibleKinds.map((kind) => say(organisationKinds[kind])).join(comma),
          },
          need.requiredQualifications.length > 0
            ? { name: t('qualifications'), value: need.requiredQualifications.map(({ name }) => name).join(comma) }
            : null,
          hasBases ? { name: t('basis'), value: <Bases need={need} />, wide: true } : null,
          need.modeReason ? { name: t('reason'), value: need.modeReason, wide: true } : null,
          contact ? { name: t('contact'), value: `${contact.name} ${contact.phone}` } : null,
          need.attachments.length > 0
            ? {
                name: t('files'),
                wide: true,
                value: (
                  <span className="kit-row">
                    {need.attachments.map((file) => (
                      <SaveFile
                        key={file.id}
                        size="small"
                        contract={downloadNeedAttachment}
                        input={{ params: { needId: need.id, attachmentId: file.id } }}
                        label={file.title}
                        fileName={file.fileName}
                      />
                    ))}
                  </span>
                ),
              }
            : null,
        ]}
      />
    </Section>
  );
}
