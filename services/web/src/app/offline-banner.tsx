import { useOnline } from '../session/use-online';
import { defineWords } from '../words/define-words';

const useWords = defineWords('offline-banner', {
  zh: { offline: '网络断开了。写过的内容还在，网络恢复后会接着保存；别的操作请到时再试' },
  en: {
    offline:
      'There is no network. What you wrote is kept and goes on being saved once it is back; try other things then',
  },
});

/** Says that there is no network, as long as that is so. */
export function OfflineBanner() {
  const t = useWords();
  return useOnline() ? null : <output className="behalf-banner">{t('offline')}</output>;
}
