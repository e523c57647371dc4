import { CopyOutlined } from '@ant-design/icons';
import { App, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { defineWords } from '../words/define-words';

const useWords = defineWords('copy-text', {
  zh: { copy: '复制', copied: '已复制', failed: '没有复制成功，请手动选择复制' },
  en: { copy: 'Copy', copied: 'Copied', failed: 'It could not be copied; select it by hand' },
});

/** Puts a text on the clipboard and says so. @param text the text, or how to get it when it is wanted */
export function CopyText({
  text,
  label,
  ...button
}: { readonly text: string | (() => Promise<string>); readonly label?: string } & Omit<ButtonProps, 'onClick'>) {
  const t = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const copy = async (): Promise<void> => {
    setBusy(true);
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      void message.success(t('copied'));
    } catch {
      void message.error(t('failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<CopyOutlined aria-hidden />} loading={busy} {...button} onClick={() => void copy()}>
      {label ?? t('copy')}
    </Button>
  );
}
