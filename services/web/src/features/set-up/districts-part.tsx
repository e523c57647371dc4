import { changeSetUp, getSetUp, listDistricts } from '@duijie/contracts';
import { Button, Skeleton } from 'antd';
import { useCall } from '../../api/use-call';
import { TileMap } from '../../kit/tile-map';
import { useAct } from '../../kit/use-act';
import { ProblemAlert } from '../../kit/problem-alert';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('set-up-districts', {
  zh: {
    how: '点选协会服务的区（市）县，点一下就保存。',
    map: '区（市）县',
    chosen: '已选 {{n}} 个：{{names}}',
    none: '还没有选',
    all: '全市都服务',
  },
  en: {
    how: 'Tap the districts that the association serves. Each tap is saved.',
    map: 'Districts',
    chosen: '{{n}} chosen: {{names}}',
    none: 'None is chosen yet',
    all: 'The whole city',
  },
});

/** Districts served, saved by each tap. */
export function DistrictsPart() {
  const t = useWords();
  const { comma } = useLanguage();
  const setUp = useCall(getSetUp, {});
  const districts = useCall(listDistricts, {});
  const save = useAct(changeSetUp, [getSetUp]);
  if (!setUp.data) return <Skeleton active />;
  const { districts: chosen, version } = setUp.data;
  const put = (names: readonly string[]): void => save.act({ ifMatch: version, body: { districts: [...names] } });
  return (
    <>
      <p className="muted">{t('how')}</p>
      <TileMap
        label={t('map')}
        selected={chosen}
        onToggle={(name) =>
          save.pending
            ? undefined
            : put(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
        }
      />
      <output className="set-up-said">
        {chosen.length === 0 ? t('none') : t('chosen', { n: chosen.length, names: chosen.join(comma) })}
      </output>
      <Button
        disabled={!districts.data || save.pending}
        onClick={() => put((districts.data?.items ?? []).map(({ name }) => name))}
      >
        {t('all')}
      </Button>
      <ProblemAlert error={districts.error} />
    </>
  );
}
