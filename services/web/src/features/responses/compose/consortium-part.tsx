import type { ResponseParty } from '@duijie/contracts';
import { providingKinds } from '@duijie/domain-kit';
import { Button, Tag } from 'antd';
import { Field } from '../../../kit/form-problem';
import { OrganisationSelect } from '../../../kit/organisation-select';
import { defineWords } from '../../../words/define-words';
import type { ResponseDrafting } from './use-response-draft';

const useWords = defineWords('consortium-part', {
  zh: {
    label: '联合体成员',
    hint: '不和别家联合就留空。成员各自点一下确认后才能提交。',
    add: '添加成员机构',
    remove: '移除 {{name}}',
    invited: '待其确认',
    confirmed: '已确认',
    declined: '已谢绝',
    unsent: '保存后邀请',
    send: '保存并邀请成员',
  },
  en: {
    label: 'Consortium',
    hint: 'Leave it empty if you respond alone. Each member confirms by one tap before it can be handed in.',
    add: 'Add a member',
    remove: 'Remove {{name}}',
    invited: 'asked',
    confirmed: 'confirmed',
    declined: 'declined',
    unsent: 'asked once saved',
    send: 'Save and ask the members',
  },
});

/** The other members of a consortium, the leader left out. */
export function ConsortiumPart({
  drafting,
  parties,
  leaderId,
  names,
  onName,
}: {
  readonly drafting: ResponseDrafting;
  readonly parties: readonly ResponseParty[];
  readonly leaderId: string;
  readonly names: ReadonlyMap<string, string>;
  readonly onName: (id: string, name: string) => void;
}) {
  const t = useWords();
  const { draft, change, error, busy, saveNow, known } = drafting;
  const stateOf = (id: string) =>
    parties.find(({ organisationId, leads }) => organisationId === id && !leads)?.state ?? 'unsent';
  const unsent = draft.memberIds.some((id) => stateOf(id) === 'unsent');
  return (
    <Field label={t('label')} hint={t('hint')} error={error} pointer="/memberIds">
      <div className="kit-row" style={{ marginBottom: 6 }}>
        {draft.memberIds.map((id) => {
          const name = names.get(id) ?? id;
          const state = stateOf(id);
          return (
            <Tag
              key={id}
              closable
              closeIcon={<span aria-label={t('remove', { name })}>×</span>}
              color={state === 'confirmed' ? 'success' : state === 'declined' ? 'error' : 'default'}
              onClose={(event) => {
                event.preventDefault();
                change({
                  memberIds: draft.memberIds.filter((one) => one !== id),
                  components: draft.components.map((one) =>
                    one.organisationId === id ? { ...one, organisationId: null } : one,
                  ),
                });
              }}
            >
              {name} · {t(state)}
            </Tag>
          );
        })}
      </div>
      <div className="kit-actions">
        <OrganisationSelect
          key={draft.memberIds.length}
          label={t('add')}
          value={null}
          kinds={[...providingKinds]}
          onChange={(chosen) => {
            if (!chosen || chosen.id === leaderId || draft.memberIds.includes(chosen.id)) return;
            onName(chosen.id, chosen.name);
            change({ memberIds: [...draft.memberIds, chosen.id] });
          }}
        />
        {unsent && (known === null || known.state === 'draft') ? (
          <Button loading={busy} onClick={() => void saveNow()}>
            {t('send')}
          </Button>
        ) : null}
      </div>
    </Field>
  );
}
