import { organisationKinds, urgencies } from '@duijie/domain-kit';
import { understandText, type NeedView } from '@duijie/contracts';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../api/use-call';
import { Budget } from '../../../kit/money';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import type { Draft } from './use-draft';

const useWords = defineWords('need-understood-facts', {
  zh: {
    title: '文字里还说了这些',
    place: '地点',
    budget: '经费',
    urgency: '紧急程度',
    kinds: '承接主体',
    qualifications: '资质要求',
    households: '户数',
    count: '{{n}} 户',
    from: '依据：{{words}}',
    take: '采用',
    wrong: '不对',
    careless: '选的是{{chosen}}，文字更像是{{told}}',
    replace: '改用文字里的',
    keep: '保持所选',
  },
  en: {
    title: 'The words also say',
    place: 'Place',
    budget: 'Money',
    urgency: 'Urgency',
    kinds: 'Open to',
    qualifications: 'Qualifications',
    households: 'Households',
    count: '{{n}} households',
    from: 'from: {{words}}',
    take: 'Take over',
    wrong: 'Not so',
    careless: '{{chosen}} was chosen, but the words read like {{told}}',
    replace: 'Go by the words',
    keep: 'Keep the choice',
  },
});
type Fact = 'place' | 'budget' | 'urgency' | 'kinds' | 'qualifications' | 'households';

/** What the words say besides the services and is not entered so yet: taken over or put aside by one tap. */
export function UnderstoodFacts({ draft, view }: { readonly draft: Draft; readonly view: NeedView }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { nameOf } = useLeaves();
  const [aside, setAside] = useState<readonly string[]>([]);
  const chosen = view.components.filter(({ source }) => source !== 'proposed').map(({ code }) => code);
  const { title, description, place, money } = view;
  const { data } = useCall(understandText, {
    body: { title, description, chosen, district: place.district },
  });
  if (!data) return null;
  const { change } = draft;
  const has = (names: readonly string[], name: string): boolean => names.includes(name);
  const asked = view.requiredQualifications.map(({ name }) => name);
  const kinds = data.kinds.filter(({ value }) => !has(view.eligibleKinds, value));
  const qualifications = data.qualifications.filter(({ value }) => !has(asked, value));
  const rows: { fact: Fact; shown: ReactNode; evidence: readonly string[]; take: () => void }[] = [];
  const { budget, urgency, households } = data;
  if (
    data.place &&
    (data.place.value.district !== place.district || data.place.value.subdistrict !== place.subdistrict)
  ) {
    const { district, subdistrict } = data.place.value;
    rows.push({
      fact: 'place',
      shown: `${district}${subdistrict ?? ''}`,
      evidence: data.place.evidence,
      take: () => change({ place: { district, subdistrict } }),
    });
  }
  if (budget && money.kind === 'unknown') {
    const { minFen, maxFen } = budget.value;
    const said = maxFen === 0 ? ({ kind: 'none' } as const) : ({ kind: 'range', minFen, maxFen } as const);
    rows.push({
      fact: 'budget',
      shown: <Budget money={said} />,
      evidence: budget.evidence,
      take: () => change({ money: said }),
    });
  }
  if (urgency && (urgency.value !== view.urgency || view.proposed.includes('urgency')))
    rows.push({
      fact: 'urgency',
      shown: say(urgencies[urgency.value]),
      evidence: urgency.evidence,
      take: () => change({ urgency: urgency.value }),
    });
  if (kinds.length > 0)
    rows.push({
      fact: 'kinds',
      shown: kinds.map(({ value }) => say(organisationKinds[value])).join(comma),
      evidence: kinds.flatMap(({ evidence }) => evidence),
      take: () =>
        change({
          eligibleKinds: [
            ...(view.eligibleKinds as (typeof kinds)[number]['value'][]),
            ...kinds.map(({ value }) => value),
          ],
        }),
    });
  if (qualifications.length > 0)
    rows.push({
      fact: 'qualifications',
      shown: qualifications.map(({ value }) => value).join(comma),
      evidence: qualifications.flatMap(({ evidence }) => evidence),
      take: () =>
        change({
          requiredQualifications: [
            ...view.requiredQualifications,
            ...qualifications.map(({ value }) => ({ name: value, component: null })),
          ],
        }),
    });
  if (households && place.households === null)
    rows.push({
      fact: 'households',
      shown: t('count', { n: households.value }),
      evidence: households.evidence,
      take: () =>
        change({
          place: {
            district: place.district,
            subdistrict: place.subdistrict,
            community: place.community,
            compoundId: place.compoundId,
            ...(place.compoundId === null ? { compound: place.compound } : {}),
            households: households.value,
          },
        }),
    });
  const keyOf = ({ fact, evidence }: (typeof rows)[number]): string => `${fact} ${evidence.join(' ')}`;
  const open = rows.filter((row) => !aside.includes(keyOf(row)));
  const { careless } = data;
  const names = (codes: readonly string[]): string => codes.map(nameOf).join(comma);
  const carelessKey = careless ? `careless ${careless.chosen.join(' ')}` : '';
  return (
    <>
      {careless && !aside.includes(carelessKey) ? (
        <Alert
          type="warning"
          showIcon
          title={t('careless', { chosen: names(careless.chosen), told: names(careless.told) })}
          action={
            <div className="kit-row">
              <Button
                size="small"
                onClick={() =>
                  change({
                    components: [
                      ...careless.told,
                      ...view.components.map(({ code }) => code).filter((code) => !careless.chosen.includes(code)),
                    ],
                  })
                }
              >
                {t('replace')}
              </Button>
              <Button size="small" onClick={() => setAside([...aside, carelessKey])}>
                {t('keep')}
              </Button>
            </div>
          }
        />
      ) : null}
      {open.length > 0 ? (
        <>
          <h3 className="kit-subheading">{t('title')}</h3>
          <ul className="kit-plain-list">
            {open.map((row) => (
              <li key={row.fact} className="kit-row kit-row-spread">
                <span>
                  <span className="muted">{t(row.fact)}</span> {row.shown}{' '}
                  <span className="muted">{t('from', { words: row.evidence.join(comma) })}</span>
                </span>
                <span className="kit-row">
                  <Button size="small" onClick={row.take}>
                    {t('take')}
                  </Button>
                  <Button size="small" type="text" onClick={() => setAside([...aside, keyOf(row)])}>
                    {t('wrong')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
