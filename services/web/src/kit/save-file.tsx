import type { CallInput } from '@duijie/api-client';
import { ProblemError } from '@duijie/api-client';
import type { RouteContract } from '@duijie/contracts';
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { defineWords } from '../words/define-words';

const useWords = defineWords('save-file', {
  zh: { failed: '没有下载成功，请检查网络后重试' },
  en: { failed: 'The download failed. Check the network and try again' },
});

/** A button that fetches a file of a route and hands it to the browser. @param fileName where the answer names none */
export function SaveFile<C extends RouteContract>({
  contract,
  input,
  label,
  fileName = 'duijie',
  ...button
}: {
  readonly contract: C;
  readonly input: CallInput<C>;
  readonly label: string;
  readonly fileName?: string;
} & Omit<ButtonProps, 'onClick'>) {
  const t = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await api().download(contract, ...([input] as never));
      const url = URL.createObjectURL(file.content);
      const link = document.createElement('a');
      link.href = url;
      link.download = file.fileName ?? fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (error) {
      void message.error(error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : t('failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} {...button} onClick={() => void save()}>
      {label}
    </Button>
  );
}
