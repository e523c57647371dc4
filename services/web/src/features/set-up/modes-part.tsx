import type { AnswerOf } from '@duijie/api-client';
import { modeTemplates } from '@duijie/contracts';
import { modes } from '@duijie/domain-kit';
import { Button, Skeleton, Tag } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { useAct } from '../../kit/use-act';
import { YuanInput } from '../../kit/yuan-input';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('set-up-modes', {
  zh: {
    how: '系统带来的是示例。请按本地规定定下各金额档推荐哪种方式；两格都空 = 从不按金额推荐。天数、家数、是否密封在{{link}}里改。',
    rules: '“方式与规则”',
    above: '高于（元）',
    upTo: '至（元，含）',
    adopt: '确认采用',
    save: '保存',
    saved: '已保存',
    example: '示例',
    retire: '不用这一条',
    sealed: '密封',
    source: '{{name}}启用设置',
  },
  en: {
    how: 'What the product brings are examples. Say by your local rules which mode is proposed for which amounts; both empty: never by amount. Days, numbers and sealing are changed in {{link}}.',
    rules: '"Modes and rules"',
    above: 'Above (yuan)',
    upTo: 'up to (yuan)',
    adopt: 'Adopt',
    save: 'Save',
    saved: 'Saved',
    example: 'example',
    retire: 'Do not use',
    sealed: 'sealed',
    source: 'Set-up of {{name}}',
  },
});
type Template = AnswerOf<typeof modeTemplates.list>['items'][number];

function Band({ template }: { readonly template: Template }) {
  const t = useWords();
  const id = useId();
  const { say } = useLanguage();
  const { me } = useSession();
  const save = useAct(modeTemplates.change, [modeTemplates.list], t('saved'), true);
  const [band, setBand] = useState({ bandAboveFen: template.bandAboveFen, bandUpToFen: template.bandUpToFen });
  const store = (retired: boolean): void => {
    const { id: ruleId, version, updatedAt: _updatedAt, ...body } = template;
    const example = template.status !== 'known';
    const source = example ? t('source', { name: me?.actingFor?.organisationName ?? '' }) : body.source;
    save.act({
      params: { ruleId },
      ifMatch: version,
      body: { ...body, ...band, retired, ...(retired ? {} : { status: 'known' as const, source }) },
    });
  };
  const changed = band.bandAboveFen !== template.bandAboveFen || band.bandUpToFen !== template.bandUpToFen;
  return (
    <fieldset className="set-up-band" aria-label={say(template)}>
      <div>
        <b>{say(template)}</b> {template.status === 'known' ? null : <Tag color="warning">{t('example')}</Tag>}
        <div className="muted">
          {say(modes[template.mode])}
          {template.sealed ? ` · ${t('sealed')}` : ''} · {template.jurisdiction.zh}
        </div>
      </div>
      <Field label={t('above')} htmlFor={`${id}above`} pointer="/bandAboveFen" error={save.error}>
        <YuanInput
          id={`${id}above`}
          value={band.bandAboveFen}
          onChange={(bandAboveFen) => setBand({ ...band, bandAboveFen })}
        />
      </Field>
      <Field label={t('upTo')} htmlFor={`${id}upto`} pointer="/bandUpToFen" error={save.error}>
        <YuanInput
          id={`${id}upto`}
          value={band.bandUpToFen}
          onChange={(bandUpToFen) => setBand({ ...band, bandUpToFen })}
        />
      </Field>
      <div className="kit-row">
        <Button
          type={template.status === 'known' ? 'default' : 'primary'}
          loading={save.pending}
          disabled={template.status === 'known' && !changed}
          onClick={() => store(false)}
        >
          {template.status === 'known' ? t('save') : t('adopt')}
        </Button>
        {template.status === 'known' ? null : (
          <Button disabled={save.pending} onClick={() => store(true)}>
            {t('retire')}
          </Button>
        )}
      </div>
      <FormProblem error={save.error} fields={['/bandAboveFen', '/bandUpToFen']} />
    </fieldset>
  );
}

/** Which mode is proposed for which amounts: the product's examples are adopted one by one. */
export function ModesPart() {
  const t = useWords();
  const templates = useCall(modeTemplates.list, {});
  if (!templates.data) return <Skeleton active />;
  const live = templates.data.items
    .filter(({ retired }) => !retired)
    .toSorted((a, b) => (a.bandAboveFen ?? -1) - (b.bandAboveFen ?? -1) || (a.id < b.id ? -1 : 1));
  const [before, after] = t('how', { link: '\n' }).split('\n');
  return (
    <>
      <p className="muted">
        {before}
        <Link to="/admin/rules">{t('rules')}</Link>
        {after}
      </p>
      {live.map((template) => (
        <Band key={template.id} template={template} />
      ))}
    </>
  );
}
