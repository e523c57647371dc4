import { Input } from 'antd';
import { useId } from 'react';
import { Field } from '../../../kit/form-problem';
import { useSession } from '../../../session/session';
import { defineWords } from '../../../words/define-words';
import { MoneyField } from './money-field';
import { PlaceField } from './place-field';
import type { Draft } from './use-draft';
import { WhenField } from './when-field';

const useWords = defineWords('need-four-fields', {
  zh: {
    what: '需要什么',
    hint: '用自己的话写一句就行，也可以直接粘贴微信群里的话',
    example: '例：我们院子没有物业，楼道灯坏了没人修，想请一家来管起来',
  },
  en: {
    what: 'What is needed',
    hint: 'One sentence in your own words, or paste a chat message',
    example:
      'E.g. our courtyard has no property firm and nobody repairs the lights; we want somebody to take care of it',
  },
});

/** The four fields that are enough: what, where, when, money. */
export function FourFields({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const id = useId();
  const { me } = useSession();
  const { view, entered, change, error } = draft;
  const acting = me?.actingFor;
  const place = view?.place ?? null;
  const home = place
    ? [place.district, place.subdistrict, place.community]
    : [acting?.district, acting?.subdistrict, acting?.organisationName];
  return (
    <>
      <Field label={t('what')} htmlFor={`${id}-what`} error={error} pointer="/description" hint={t('hint')}>
        <Input.TextArea
          id={`${id}-what`}
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={5000}
          placeholder={t('example')}
          value={entered.description ?? view?.description ?? ''}
          onChange={({ target }) => change({ description: target.value })}
        />
      </Field>
      <PlaceField
        home={home.filter(Boolean).join(' ')}
        compound={place?.compound ?? ''}
        error={error}
        onChange={(where) => change({ place: where })}
      />
      <WhenField
        value={entered.window ?? view?.window ?? { start: null, end: null }}
        error={error}
        onChange={(window) => change({ window })}
      />
      <MoneyField
        value={entered.money ?? view?.money ?? { kind: 'unknown' }}
        error={error}
        onChange={(money) => change({ money })}
      />
    </>
  );
}
