import { screeningRules } from '@duijie/contracts';
import type { AnswerOf } from '@duijie/api-client';
import { Button, Checkbox, Radio, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { useAct } from '../../kit/use-act';
import { YuanInput } from '../../kit/yuan-input';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('set-up-screening', {
  zh: {
    how: '已核验的村（社区）通常直接发布、事后核对。这里定下哪些要先审，由谁审。',
    where: '适用：{{where}}',
    by: '由谁审',
    association: '协会',
    subdistrict: '街道（镇）',
    either: '协会或街道，谁先看到谁审',
    above: '超过这个金额先审',
    aboveHint: '留空 = 不按金额',
    newPosters: '第一次发布的主体先审',
    save: '确认采用',
    saved: '审核规则已保存',
    none: '还没有审核规则',
    source: '{{name}}启用设置',
  },
  en: {
    how: 'Verified communities usually publish at once and are checked afterwards. Say which needs are screened first, and by whom.',
    where: 'Holds in {{where}}',
    by: 'Screened by',
    association: 'the association',
    subdistrict: 'the subdistrict',
    either: 'either, whoever is first',
    above: 'Screened above this amount',
    aboveHint: 'Empty: no amount asks for it',
    newPosters: 'First-time posters are screened',
    save: 'Adopt',
    saved: 'The rule of screening is saved',
    none: 'There is no rule of screening yet',
    source: 'Set-up of {{name}}',
  },
});
type ScreeningRule = AnswerOf<typeof screeningRules.list>['items'][number];
const screeners = ['either', 'association', 'subdistrict'] as const;

function RuleForm({ rule }: { readonly rule: ScreeningRule }) {
  const t = useWords();
  const id = useId();
  const { me } = useSession();
  const save = useAct(screeningRules.change, [screeningRules.list], t('saved'), true);
  const [draft, setDraft] = useState(rule);
  const { id: ruleId, version: _version, updatedAt: _updatedAt, ...body } = draft;
  const name = me?.actingFor?.organisationName ?? '';
  const source = rule.status === 'known' && body.source ? body.source : t('source', { name });
  return (
    <form
      className="set-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.act({ params: { ruleId }, ifMatch: rule.version, body: { ...body, status: 'known', source } }, (saved) =>
          setDraft(saved),
        );
      }}
    >
      <p className="muted">{t('where', { where: rule.jurisdiction.zh })}</p>
      <Field label={t('by')} pointer="/by" error={save.error}>
        <Radio.Group
          value={draft.by ?? 'either'}
          options={screeners.map((value) => ({ value, label: t(value) }))}
          onChange={({ target }) => setDraft({ ...draft, by: target.value as (typeof screeners)[number] })}
        />
      </Field>
      <Field label={t('above')} htmlFor={id} hint={t('aboveHint')} pointer="/aboveFen" error={save.error}>
        <YuanInput id={id} value={draft.aboveFen} onChange={(aboveFen) => setDraft({ ...draft, aboveFen })} />
      </Field>
      <Checkbox
        checked={draft.newPosters}
        onChange={({ target }) => setDraft({ ...draft, newPosters: target.checked })}
      >
        {t('newPosters')}
      </Checkbox>
      <FormProblem error={save.error} fields={['/by', '/aboveFen']} />
      <div>
        <Button type="primary" htmlType="submit" loading={save.pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** Who screens needs before they are published, and which. */
export function ScreeningPart() {
  const t = useWords();
  const rules = useCall(screeningRules.list, {});
  if (!rules.data) return <Skeleton active />;
  const live = rules.data.items.filter(({ retired }) => !retired);
  return (
    <>
      <p className="muted">{t('how')}</p>
      {live.length === 0 ? <p>{t('none')}</p> : null}
      {live.map((rule) => (
        <RuleForm key={rule.id} rule={rule} />
      ))}
    </>
  );
}
