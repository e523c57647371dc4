import { onBehalfChannel, organisationKinds as allKinds, type OnBehalfClaim } from '@duijie/contracts';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { setOnBehalf } from '../session/on-behalf';
import { defineWords } from '../words/define-words';
import './kit.css';
import { Modal } from './modal';
import { OrganisationSelect, type ChosenOrganisation } from './organisation-select';

const useWords = defineWords('on-behalf', {
  zh: {
    title: '代为办理',
    why: '对方来电、来人或发微信请您代办时使用。之后每一步都以该机构名义进行，并记录是您代办的；密封的响应内容看不到。',
    organisation: '为哪个机构办理',
    channel: '对方怎么说的',
    phone: '电话',
    paper: '纸质材料',
    wechat: '微信',
    visit: '当面',
    note: '谁说了什么（会记录在案）',
    example: '例：王主任来电，请代为确认有意向',
    start: '开始代办',
    cancel: '取消',
    asked: '请选机构，并写下对方说了什么',
  },
  en: {
    title: 'Work on behalf of somebody',
    why: 'For when somebody calls, comes by or writes and asks you to do it. Each step is then done in the name of that organisation and recorded as done by you; sealed responses stay hidden.',
    organisation: 'For which organisation',
    channel: 'How they asked',
    phone: 'By phone',
    paper: 'On paper',
    wechat: 'WeChat',
    visit: 'In person',
    note: 'Who said what (kept on record)',
    example: 'e.g. Director Wang called: please answer that we are interested',
    start: 'Begin',
    cancel: 'Cancel',
    asked: 'Choose the organisation and write what was said',
  },
});
/** Offices act themselves. */
const kinds = allKinds.filter((kind) => kind !== 'association' && kind !== 'subdistrict' && kind !== 'department');

/** Begins to work for an organisation in this tab (代办). @param then page to go to */
export function OnBehalfModal({
  organisation,
  then,
  onClose,
}: {
  readonly organisation?: ChosenOrganisation;
  readonly then: string;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const id = useId();
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(organisation ?? null);
  const [channel, setChannel] = useState<OnBehalfClaim['channel']>('phone');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  const start = (): void => {
    const said = note.trim();
    if (!chosen || said.length < 2) return setWrong(true);
    setOnBehalf({ organisationId: chosen.id, organisationName: chosen.name, channel, note: said });
    // A page begun anew: nothing that was read in one name is shown in another.
    window.location.assign(then);
  };
  return (
    <Modal open title={t('title')} okText={t('start')} cancelText={t('cancel')} onOk={start} onCancel={onClose}>
      <p className="muted">{t('why')}</p>
      <div className="kit-field">
        <label htmlFor={`${id}-organisation`}>{t('organisation')}</label>
        <OrganisationSelect
          id={`${id}-organisation`}
          label={t('organisation')}
          kinds={kinds}
          value={chosen}
          onChange={setChosen}
        />
      </div>
      <fieldset className="kit-field">
        <legend>{t('channel')}</legend>
        <Radio.Group
          value={channel}
          options={onBehalfChannel.options.map((value) => ({ value, label: t(value) }))}
          onChange={({ target }) => setChannel(onBehalfChannel.parse(target.value))}
        />
      </fieldset>
      <div className="kit-field">
        <label htmlFor={`${id}-note`}>{t('note')}</label>
        <Input.TextArea
          id={`${id}-note`}
          rows={2}
          maxLength={200}
          placeholder={t('example')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      {wrong ? (
        <div className="kit-fault" role="alert">
          {t('asked')}
        </div>
      ) : null}
    </Modal>
  );
}
