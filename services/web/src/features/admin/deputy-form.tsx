import { createDelegation, getMe, listDelegations, listMembers, type MemberView } from '@duijie/contracts';
import { addDays, dayOf, memberRoles, startOfDay } from '@duijie/domain-kit';
import { Button, Input, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { usePages } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { missingFault } from '../../kit/missing-fault';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('deputy-form', {
  zh: {
    deputy: '代理人',
    choose: '选一位同事',
    nobody: '没有别的成员，先邀请同事加入',
    from: '从',
    until: '到（含当天）',
    save: '指定',
    cancel: '取消',
    done: '已指定代理人，对方切换身份即可办理',
  },
  en: {
    deputy: 'Deputy',
    choose: 'Choose a colleague',
    nobody: 'There is no other member: invite a colleague first',
    from: 'From',
    until: 'To (inclusive)',
    save: 'Name',
    cancel: 'Cancel',
    done: 'Named. They choose your role at the top of the page',
  },
});

/** Names who stands in for the caller, for whole days in China. @param self the caller, who is not offered */
export function DeputyForm({
  organisationId,
  self,
  onDone,
}: {
  readonly organisationId: string;
  readonly self: string;
  readonly onDone: () => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const params = { organisationId };
  const today = dayOf(new Date(useNow()));
  const [deputyId, setDeputyId] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(addDays(today, 6));
  const members = usePages<typeof listMembers, MemberView>(listMembers, { params, query: { limit: 100 } });
  const { hasNextPage, isFetching, fetchNextPage } = members;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const { act, pending, error: refused } = useAct(createDelegation, [listDelegations, getMe], t('done'), true);
  const [missing, setMissing] = useState<Error | null>(null);
  const error = missing ?? refused;
  const colleagues = members.items.filter(({ personId }) => personId !== self);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (deputyId === null) return setMissing(missingFault('/deputyId', t('choose')));
        setMissing(null);
        act(
          {
            params,
            body: {
              deputyId,
              from: startOfDay(from).toISOString(),
              until: startOfDay(addDays(until, 1)).toISOString(),
            },
          },
          onDone,
        );
      }}
    >
      <FormProblem error={error} fields={['/deputyId', '/from', '/until']} />
      <div className="kit-fields">
        <Field label={t('deputy')} htmlFor={`${id}-deputy`} error={error} pointer="/deputyId">
          <Select<string>
            id={`${id}-deputy`}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('choose')}
            notFoundContent={isFetching ? null : t('nobody')}
            value={deputyId}
            options={colleagues.map(({ personId, name, role }) => ({
              value: personId,
              label: `${name} · ${say(memberRoles[role])}`,
            }))}
            onChange={setDeputyId}
          />
        </Field>
        <Field label={t('from')} htmlFor={`${id}-from`} error={error} pointer="/from">
          <Input
            id={`${id}-from`}
            type="date"
            required
            min={today}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </Field>
        <Field label={t('until')} htmlFor={`${id}-until`} error={error} pointer="/until">
          <Input
            id={`${id}-until`}
            type="date"
            required
            min={from}
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        </Field>
      </div>
      <div className="kit-actions">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
