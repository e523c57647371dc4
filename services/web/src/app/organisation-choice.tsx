import { chooseOrganisation, type getMe } from '@duijie/contracts';
import type { AnswerOf } from '@duijie/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../kit/use-act';
import { defineWords } from '../words/define-words';

const useWords = defineWords('organisation-choice', {
  zh: { label: '代表机构', inPlace: '{{organisation}}（代{{name}}）' },
  en: { label: 'Acting for', inPlace: '{{organisation}} (for {{name}})' },
});

// Most people act for one organisation only: theirs should not load what chooses.
const Select = lazy(async () => ({ default: (await import('antd/es/select')).default }));

/** For which organisation one acts, and whose place one takes. */
export function OrganisationChoice({ me }: { readonly me: AnswerOf<typeof getMe> }) {
  const t = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const choose = useAct(chooseOrganisation, []);
  const choices = [
    ...me.organisations.map((o) => ({
      value: o.organisationId,
      label: o.organisationName,
      organisationId: o.organisationId,
      inPlaceOf: null,
    })),
    ...me.standingInFor.map(({ organisationId, organisationName, absent }) => ({
      value: `${organisationId}/${absent.id}`,
      label: t('inPlace', { organisation: organisationName, name: absent.name }),
      organisationId,
      inPlaceOf: absent.id,
    })),
  ];
  if (choices.length < 2) return <span className="muted shell-organisation">{me.actingFor?.organisationName}</span>;
  const acting = me.actingFor?.organisationId ?? null;
  return (
    <Suspense fallback={<span className="muted shell-organisation">{me.actingFor?.organisationName}</span>}>
      <Select
        aria-label={t('label')}
        variant="filled"
        className="shell-choice"
        loading={choose.pending}
        value={acting === null ? null : me.inPlaceOf === null ? acting : `${acting}/${me.inPlaceOf}`}
        options={choices}
        popupMatchSelectWidth={false}
        onChange={(_value, option) => {
          const chosen = Array.isArray(option) ? option[0] : option;
          if (!chosen) return;
          choose.act({ body: { organisationId: chosen.organisationId, inPlaceOf: chosen.inPlaceOf } }, () => {
            void navigate('/');
            void queries.resetQueries();
          });
        }}
      />
    </Suspense>
  );
}
