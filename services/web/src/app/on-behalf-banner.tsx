import { Button } from 'antd';
import { setOnBehalf, useOnBehalf } from '../session/on-behalf';
import { defineWords } from '../words/define-words';

const useWords = defineWords('on-behalf-banner', {
  zh: {
    working: '正在代“{{name}}”办理（{{channel}}：{{note}}）',
    end: '结束代办',
    phone: '电话',
    paper: '纸质',
    wechat: '微信',
    visit: '当面',
  },
  en: {
    working: 'Working on behalf of {{name}} ({{channel}}: {{note}})',
    end: 'End',
    phone: 'phone',
    paper: 'paper',
    wechat: 'WeChat',
    visit: 'visit',
  },
});

/** Says in whose name everything is done, as long as it is, and ends it. */
export function OnBehalfBanner() {
  const t = useWords();
  const work = useOnBehalf();
  if (!work) return null;
  return (
    <output className="behalf-banner">
      <span>{t('working', { name: work.organisationName, channel: t(work.channel), note: work.note })}</span>
      <Button
        size="small"
        onClick={() => {
          setOnBehalf(null);
          window.location.assign('/desk');
        }}
      >
        {t('end')}
      </Button>
    </output>
  );
}
