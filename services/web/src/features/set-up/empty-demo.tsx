import { auditedServices, emptyDemo, getDemo, getOrganisation } from '@duijie/contracts';
import { organisationKinds } from '@duijie/domain-kit';
import { Alert, Button, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { EmptyingProgress } from './emptying-progress';

const useWords = defineWords('empty-demo', {
  zh: {
    title: '清空演示数据，正式启用',
    why: '系统里还有虚构的机构。正式使用前请一次清空；设置好的内容不受影响，先清空还是先设置都可以。',
    goes: '会删除',
    organisations: '{{n}} 家虚构机构（{{kinds}}）',
    kind: '{{kind}} {{n}}',
    compounds: '{{n}} 个虚构小区',
    people: '{{n}} 个只属于这些机构的账号，立即退出登录',
    belongs: '它们的需求、服务包、推介、响应、协议、评价、待办、消息，以及搜索中的全部条目',
    mixed: '真实机构与虚构机构之间的推介、响应和协议；已交给虚构机构的真实需求会退回发布者，需求本身不动',
    stays: '会保留',
    own: '本协会、管理员账号和本页全部设置',
    real: '真实机构和它们的一切',
    rules: '服务目录、方式与规则、区划',
    audit: '审计记录：删了什么、谁下的令，都在链上',
    never: '不能撤销，也不能恢复。需要留样请先备份（duijie backup）。',
    open: '清空演示数据…',
    confirm: '永久清空',
    cancel: '取消',
    type: '请输入协会名称“{{name}}”确认',
    none: '没有演示数据，系统已正式使用。',
    emptied: '已于 {{when}} 清空：{{organisations}} 家机构、{{compounds}} 个小区、{{people}} 个账号。',
    began: '清空已开始，可以离开本页',
  },
  en: {
    title: 'Empty the demonstration and start for real',
    why: 'There are still invented organisations. Empty them in one go before real use; what is set up here stays, whichever you do first.',
    goes: 'Removed',
    organisations: '{{n}} invented organisations ({{kinds}})',
    kind: '{{kind}} {{n}}',
    compounds: '{{n}} invented compounds',
    people: '{{n}} accounts that belong to these organisations alone, signed out at once',
    belongs:
      'their needs, packages, introductions, responses, agreements, reviews, tasks, notices, and all that search knows of them',
    mixed:
      'introductions, responses and agreements between real and invented organisations; a real need that had gone to an invented firm is given back to its owner and stays whole',
    stays: 'Kept',
    own: 'this association, its administrators, and everything set up on this page',
    real: 'real organisations and all that is theirs',
    rules: 'taxonomy, modes and rules, places',
    audit: 'the audit log: what was removed, and by whose order, stays in its chain',
    never: 'It cannot be undone or restored. Make a backup first (duijie backup) if you want to keep a copy.',
    open: 'Empty the demonstration…',
    confirm: 'Remove for good',
    cancel: 'Cancel',
    type: 'Type the association\'s name "{{name}}" to confirm',
    none: 'There is nothing invented here: the system is in real use.',
    emptied: 'Emptied {{when}}: {{organisations}} organisations, {{compounds}} compounds, {{people}} accounts.',
    began: 'The emptying has begun; you may leave this page',
  },
});

/** One action that takes everything invented away; what goes and what stays is told before, and the name must be typed. */
export function EmptyDemo() {
  const t = useWords();
  const id = useId();
  const { say, comma } = useLanguage();
  const { me } = useSession();
  const demo = useCall(getDemo, {}, { everyMs: (answer) => (answer?.state === 'emptying' ? 1500 : 60_000) });
  const own = useCall(getOrganisation, { params: { organisationId: me?.actingFor?.organisationId ?? '' } });
  const empty = useAct(emptyDemo, [getDemo], t('began'), true);
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const name = own.data?.name ?? '';
  const { data } = demo;
  const queries = useQueryClient();
  const was = useRef(data?.state);
  // Whatever was read before may tell of what has gone.
  useEffect(() => {
    if (was.current === 'emptying' && data?.state === 'none') void queries.invalidateQueries();
    was.current = data?.state;
  }, [data?.state, queries]);
  const count = (data?.organisations ?? []).reduce((sum, one) => sum + one.count, 0);
  const kinds = (data?.organisations ?? [])
    .map((one) => t('kind', { kind: say(organisationKinds[one.kind]), n: one.count }))
    .join(comma);
  const account = data ? (
    <>
      <h3 className="kit-subheading">{t('goes')}</h3>
      <ul>
        <li>{t('organisations', { n: count, kinds })}</li>
        <li>{t('compounds', { n: data.compounds })}</li>
        <li>{t('people', { n: data.people })}</li>
        <li>{t('belongs')}</li>
        <li>{t('mixed')}</li>
      </ul>
      <h3 className="kit-subheading">{t('stays')}</h3>
      <ul>
        {(['own', 'real', 'rules', 'audit'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </>
  ) : null;
  return (
    <Section title={t('title')}>
      <ProblemAlert error={demo.error} again={() => void demo.refetch()} />
      {data?.state === 'present' ? (
        <div className="set-up-danger">
          <p>{t('why')}</p>
          {account}
          <p>
            <b>{t('never')}</b>
          </p>
          <Button danger type="primary" onClick={() => setAsking(true)}>
            {t('open')}
          </Button>
        </div>
      ) : null}
      {data?.state === 'none' ? <p>{t('none')}</p> : null}
      {data?.emptied?.finishedAt ? (
        <p className="muted">
          {t('emptied', {
            organisations: data.emptied.organisations,
            compounds: data.emptied.compounds,
            people: data.emptied.people,
            when: '\n',
          })
            .split('\n')
            .flatMap((part, i) => (i === 0 ? [part] : [<When key="when" at={data.emptied?.finishedAt ?? ''} />, part]))}
        </p>
      ) : null}
      {data?.emptied && (data.state === 'emptying' || data.emptied.finishedAt !== null) ? (
        <EmptyingProgress services={auditedServices} running={data.state === 'emptying'} />
      ) : null}
      {asking ? (
        <Modal
          open
          title={t('title')}
          okText={t('confirm')}
          cancelText={t('cancel')}
          okButtonProps={{ danger: true, disabled: typed !== name || name === '' }}
          confirmLoading={empty.pending}
          onOk={() => empty.act({ body: { confirm: typed } }, () => setAsking(false))}
          onCancel={() => setAsking(false)}
        >
          {account}
          <Alert type="warning" showIcon title={t('never')} style={{ marginBottom: 12 }} />
          <Field label={t('type', { name })} htmlFor={id} pointer="/confirm" error={empty.error}>
            <Input id={id} autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
          </Field>
          <FormProblem error={empty.error} fields={['/confirm']} />
        </Modal>
      ) : null}
    </Section>
  );
}
