import { createRound, listRounds, roundSettings, solveRound, type RoundSettings } from '@duijie/contracts';
import { modes, urgencies } from '@duijie/domain-kit';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Field, FormProblem } from '../../kit/form-problem';
import { LeafTree } from '../../kit/leaf-tree';
import { PageHead } from '../../kit/page-head';
import { Section } from '../../kit/section';
import { useCodeChoices, useDistrictChoices } from '../../kit/table/use-choices';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { PickNeeds } from './pick-needs';
import './rounds.css';
import { SettingsFields } from './settings-fields';
import { touchedByRound } from './touched';

const useWords = defineWords('new-round', {
  zh: {
    title: '新建撮合轮次',
    back: '← 撮合轮次',
    name: '轮次名称',
    example: '如：12月锦江区老旧院落专场',
    note: '给双方的说明（可不填，会随推介一起显示）',
    about: '名称和说明',
    needs: '哪些需求参加',
    which: '筛选',
    needsWhy: '正在接受推介、且不在其他进行中轮次里的需求。',
    how: '怎样选需求',
    filter: '按条件',
    hand: '逐个挑选',
    districts: '区（市）县',
    anyDistrict: '全市',
    leaves: '服务类目',
    urgencies: '缓急',
    anyUrgency: '不限',
    modes: '对接方式',
    anyMode: '不限',
    most: '最多多少个',
    rules: '规则',
    start: '新建并求解',
  },
  en: {
    title: 'New brokering round',
    back: '← Brokering rounds',
    name: 'Name of the round',
    example: 'e.g. Old courtyards of Jinjiang, December',
    note: 'Words for both sides (optional, shown with the introduction)',
    about: 'Name and words',
    needs: 'Which needs take part',
    which: 'Filter',
    needsWhy: 'Needs that take offers now and stand in no other open round.',
    how: 'How needs are chosen',
    filter: 'By a filter',
    hand: 'One by one',
    districts: 'Districts',
    anyDistrict: 'Whole city',
    leaves: 'Services',
    urgencies: 'Urgency',
    anyUrgency: 'Any',
    modes: 'Mode',
    anyMode: 'Any',
    most: 'At most',
    rules: 'Rules',
    start: 'Start and solve',
  },
});

/** Starts a round: which needs, by which rules. */
export function NewRoundPage() {
  const t = useWords();
  const id = useId();
  const go = useNavigate();
  const [how, setHow] = useState<'filter' | 'hand'>('filter');
  const [chosen, setChosen] = useState<string[]>([]);
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [districts, setDistricts] = useState<string[]>([]);
  const [leaves, setLeaves] = useState<string[]>([]);
  const [urgent, setUrgent] = useState<(keyof typeof urgencies)[]>([]);
  const [ways, setWays] = useState<(keyof typeof modes)[]>([]);
  const [most, setMost] = useState(200);
  const [settings, setSettings] = useState<RoundSettings>(() => roundSettings.parse({}));
  const districtChoices = useDistrictChoices();
  const urgencyChoices = useCodeChoices(urgencies);
  const modeChoices = useCodeChoices(modes);
  const create = useAct(createRound, [listRounds], undefined, true);
  const solve = useAct(solveRound, touchedByRound, undefined, true);
  const start = (): void =>
    create.act(
      {
        body: {
          title,
          note: note.trim() || null,
          settings,
          selection:
            how === 'hand'
              ? { by: 'hand', needIds: chosen }
              : { by: 'filter', districts, leaves, urgencies: urgent, modes: ways, most },
        },
      },
      (round) => {
        // Where it cannot be solved, its page says why.
        solve.act({ params: { roundId: round.id }, ifMatch: round.version });
        void go(`/rounds/${round.id}`, { replace: true });
      },
    );
  return (
    <>
      <PageHead before={<Link to="/rounds">{t('back')}</Link>} title={t('title')} />
      <form
        className="round-form"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Section title={t('about')}>
          <Field label={t('name')} htmlFor={`${id}name`} pointer="/title" error={create.error}>
            <Input
              id={`${id}name`}
              maxLength={120}
              placeholder={t('example')}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          </Field>
          <Field label={t('note')} htmlFor={`${id}note`} pointer="/note" error={create.error}>
            <Input.TextArea
              id={`${id}note`}
              rows={2}
              maxLength={1000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </Field>
        </Section>
        <Section title={t('needs')}>
          <div className="round-show">
            <Segmented<'filter' | 'hand'>
              aria-label={t('how')}
              value={how}
              onChange={setHow}
              options={[
                { value: 'filter', label: t('filter') },
                { value: 'hand', label: t('hand') },
              ]}
            />
          </div>
          {how === 'hand' ? (
            <Field label={t('hand')} pointer="/selection" error={create.error} hint={t('needsWhy')}>
              <PickNeeds value={chosen} onChange={setChosen} />
            </Field>
          ) : (
            <Field label={t('which')} pointer="/selection" error={create.error} hint={t('needsWhy')}>
              <div className="round-filter">
                <div>
                  <label htmlFor={`${id}districts`}>{t('districts')}</label>
                  <Select<string[]>
                    id={`${id}districts`}
                    mode="multiple"
                    allowClear
                    placeholder={t('anyDistrict')}
                    value={districts}
                    onChange={setDistricts}
                    options={[...districtChoices]}
                  />
                </div>
                <div>
                  <label htmlFor={`${id}leaves`}>{t('leaves')}</label>
                  <LeafTree id={`${id}leaves`} value={leaves} onChange={setLeaves} most={20} />
                </div>
                <div>
                  <label htmlFor={`${id}urgencies`}>{t('urgencies')}</label>
                  <Select<(keyof typeof urgencies)[]>
                    id={`${id}urgencies`}
                    mode="multiple"
                    allowClear
                    placeholder={t('anyUrgency')}
                    value={urgent}
                    onChange={setUrgent}
                    options={[...urgencyChoices] as { value: keyof typeof urgencies; label: string }[]}
                  />
                </div>
                <div>
                  <label htmlFor={`${id}modes`}>{t('modes')}</label>
                  <Select<(keyof typeof modes)[]>
                    id={`${id}modes`}
                    mode="multiple"
                    allowClear
                    placeholder={t('anyMode')}
                    value={ways}
                    onChange={setWays}
                    options={[...modeChoices] as { value: keyof typeof modes; label: string }[]}
                  />
                </div>
                <div>
                  <label htmlFor={`${id}most`}>{t('most')}</label>
                  <InputNumber
                    id={`${id}most`}
                    min={1}
                    max={5000}
                    precision={0}
                    value={most}
                    onChange={(next) => setMost(next ?? 200)}
                  />
                </div>
              </div>
            </Field>
          )}
        </Section>
        <Section title={t('rules')}>
          <SettingsFields value={settings} onChange={setSettings} />
        </Section>
        <FormProblem error={create.error} fields={['/title', '/selection', '/note']} />
        <Button
          type="primary"
          htmlType="submit"
          loading={create.pending || solve.pending}
          disabled={title.trim().length < 2 || (how === 'hand' && chosen.length === 0)}
        >
          {t('start')}
        </Button>
      </form>
    </>
  );
}
