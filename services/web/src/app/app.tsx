import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { useLanguage } from '../words/language';
import { themeOf, useLargeText } from './appearance';
import { router } from './router';
import { giveStylesTheNonce, pageNonce } from './style-nonce';

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5000, refetchOnWindowFocus: true }, mutations: { retry: false } },
});
const nonce = pageNonce();
giveStylesTheNonce(nonce);

/** Everything around the pages: language, look, what is read from the server. */
export function App() {
  const { language } = useLanguage();
  const large = useLargeText();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={themeOf(large)}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
