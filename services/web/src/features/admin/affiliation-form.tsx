import { addAffiliation, listAffiliations, type AffiliationView } from '@duijie/contracts';
import { affiliationKinds, codesOf } from '@duijie/domain-kit';
import { Button, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { missingFault } from '../../kit/missing-fault';
import { OrganisationSelect, type ChosenOrganisation } from '../../kit/organisation-select';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('affiliation-form', {
  zh: {
    other: '对方机构',
    choose: '请选对方机构',
    type: '关系',
    direction: '谁对谁',
    theOther: '对方',
    save: '登记',
    cancel: '取消',
    done: '关系已登记',
  },
  en: {
    other: 'Other organisation',
    choose: 'Choose the other organisation',
    type: 'Affiliation',
    direction: 'Who to whom',
    theOther: 'the other one',
    save: 'Enter',
    cancel: 'Cancel',
    done: 'Entered',
  },
});

/** Enters a tie of an organisation with another one. @param name of the organisation */
export function AffiliationForm({
  organisationId,
  name,
  onDone,
}: {
  readonly organisationId: string;
  readonly name: string;
  readonly onDone: () => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const [other, setOther] = useState<ChosenOrganisation | null>(null);
  const [type, setType] = useState<AffiliationView['type']>('sponsors');
  const [direction, setDirection] = useState<'outgoing' | 'incoming'>('outgoing');
  const [missing, setMissing] = useState<Error | null>(null);
  const { act, pending, error: refused } = useAct(addAffiliation, [listAffiliations], t('done'), true);
  const error = missing ?? refused;
  const [kind, far] = [say(affiliationKinds[type]), other?.name ?? t('theOther')];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (other === null) return setMissing(missingFault('/organisationId', t('choose')));
        setMissing(null);
        act({ params: { organisationId }, body: { type, direction, organisationId: other.id } }, onDone);
      }}
    >
      <FormProblem error={error} fields={['/organisationId', '/type', '/direction']} />
      <div className="kit-fields">
        <Field label={t('other')} htmlFor={`${id}-other`} error={error} pointer="/organisationId">
          <OrganisationSelect id={`${id}-other`} label={t('other')} value={other} onChange={setOther} />
        </Field>
        <Field label={t('type')} htmlFor={`${id}-type`} error={error} pointer="/type">
          <Select
            id={`${id}-type`}
            style={{ width: '100%' }}
            value={type}
            options={codesOf(affiliationKinds).map((code) => ({ value: code, label: say(affiliationKinds[code]) }))}
            onChange={setType}
          />
        </Field>
      </div>
      <Field label={t('direction')} error={error} pointer="/direction">
        <Radio.Group value={direction} onChange={({ target }) => setDirection(target.value as typeof direction)}>
          <Radio value="outgoing">{`${name} → ${kind} → ${far}`}</Radio>
          <Radio value="incoming">{`${far} → ${kind} → ${name}`}</Radio>
        </Radio.Group>
      </Field>
      <div className="kit-actions" style={{ marginBottom: 8 }}>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
