import { excludeFromNeed, getOrganisation, readmitToNeed, type NeedExclusion, type NeedView } from '@duijie/contracts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Field, FormProblem } from '../../../kit/form-problem';
import { missingFault } from '../../../kit/missing-fault';
import { OrganisationSelect, type ChosenOrganisation } from '../../../kit/organisation-select';
import { Section } from '../../../kit/section';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { touchedByMatching, touchedByNeed } from '../touched';
import type { Standing } from '../use-standing';

const useWords = defineWords('conflict-wall', {
  zh: {
    title: '利益回避',
    about: '起草、审核过这条需求的，或与它有利害关系的，不能来承接',
    none: '目前没有需要回避的机构',
    drafted: '参与起草需求',
    screened: '审核过这条需求',
    added: '协会设置',
    excluded: '不能承接',
    flagged: '可以承接，但不加分，并标明',
    add: '设置回避',
    organisation: '回避的机构',
    choose: '请选要回避的机构',
    reason: '理由',
    reasonHint: '会记录在案，发布单位和街道看得到',
    exclude: '设置回避',
    done: '已设置回避',
    readmit: '取消回避',
    back: '已取消回避',
  },
  en: {
    title: 'Conflict wall',
    about: 'Whoever drafted or screened this need, or has an interest in it, does not supply it',
    none: 'No organisation is behind the wall',
    drafted: 'had a hand in the requirement',
    screened: 'screened this need',
    added: 'put there by the association',
    excluded: 'may not supply',
    flagged: 'may supply, without a bonus and with a label',
    add: 'Exclude an organisation',
    organisation: 'Organisation',
    choose: 'Choose the organisation',
    reason: 'Reason',
    reasonHint: 'Kept on record; the poster and the subdistrict read it',
    exclude: 'Exclude',
    done: 'Excluded',
    readmit: 'Readmit',
    back: 'Readmitted',
  },
});
const touched = [...touchedByNeed, ...touchedByMatching];
/** While nobody has been decided on, as the service has it. */
const changeable: readonly NeedView['state'][] = ['submitted', 'returned', 'published', 'responding', 'failed'];

function Excluded({
  need,
  exclusion,
  mayChange,
}: {
  readonly need: NeedView;
  readonly exclusion: NeedExclusion;
  readonly mayChange: boolean;
}) {
  const t = useWords();
  const { organisationId, because, effect, reason } = exclusion;
  const { data } = useCall(getOrganisation, { params: { organisationId } });
  const readmit = useAct(readmitToNeed, touched, t('back'));
  const name = data?.name ?? '…';
  return (
    <li>
      <div className="kit-row kit-row-spread">
        <strong>{name}</strong>
        {mayChange && because === 'added' ? (
          <Button
            size="small"
            aria-label={`${t('readmit')} ${name}`}
            loading={readmit.pending}
            onClick={() => readmit.act({ params: { needId: need.id, organisationId }, ifMatch: need.version })}
          >
            {t('readmit')}
          </Button>
        ) : null}
      </div>
      <div className="muted">
        {t(because)} · {t(effect)}
      </div>
      {reason ? <p className="kit-prose">{reason}</p> : null}
    </li>
  );
}

function Exclude({ need }: { readonly need: NeedView }) {
  const t = useWords();
  const id = useId();
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Error | null>(null);
  const { act, pending, error: refused } = useAct(excludeFromNeed, touched, t('done'), true);
  const error = missing ?? refused;
  return (
    <details className="need-parts">
      <summary>{t('add')}</summary>
      <form
        style={{ marginTop: 6 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === null) return setMissing(missingFault('/organisationId', t('choose')));
          setMissing(null);
          act(
            {
              params: { needId: need.id },
              ifMatch: need.version,
              body: { organisationId: chosen.id, reason: reason.trim() },
            },
            () => {
              setChosen(null);
              setReason('');
            },
          );
        }}
      >
        <FormProblem error={error} fields={['/organisationId', '/reason']} />
        <Field label={t('organisation')} htmlFor={`${id}-organisation`} error={error} pointer="/organisationId">
          <OrganisationSelect id={`${id}-organisation`} label={t('organisation')} value={chosen} onChange={setChosen} />
        </Field>
        <Field label={t('reason')} htmlFor={`${id}-reason`} hint={t('reasonHint')} error={error} pointer="/reason">
          <Input.TextArea
            id={`${id}-reason`}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        <Button htmlType="submit" loading={pending}>
          {t('exclude')}
        </Button>
      </form>
    </details>
  );
}

/** Who may not supply a need, and why; staff of the association add to it and take back what they added. */
export function ConflictWall({ need, standing }: { readonly need: NeedView; readonly standing: Standing }) {
  const t = useWords();
  const exclusions = need.private?.exclusions ?? [];
  const mayChange = standing.broker && changeable.includes(need.state);
  if (exclusions.length === 0 && !mayChange) return null;
  return (
    <Section title={t('title')}>
      <p className="muted">{t('about')}</p>
      {exclusions.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list need-blocks">
        {exclusions.map((one) => (
          <Excluded key={`${one.organisationId} ${one.because}`} need={need} exclusion={one} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange ? <Exclude need={need} /> : null}
    </Section>
  );
}
