import { CopyOutlined } from '@ant-design/icons';
import { App, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { defineWords } from '../words/define-words';

const useWords = defineWords('copy-text', {
  zh: { copy: '复制', copied: '已复制', failed: '没有复制成功，请手动选择复制' },
  en: { copy: 'Copy', copied: 'Copied', failed: 'It could not be copied; select it by hand' },
});

/** The older way, for sites without https, whose pages have no clipboard of their own. @throws Error when it is refused */
function copyBySelection(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Within a dialog what stands outside of it cannot be selected.
  const before = document.activeElement;
  const home = before?.closest('dialog, [role=dialog]') ?? document.body;
  home.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!copied) throw new Error('not copied');
}

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
      const words = typeof text === 'string' ? text : await text();
      if (window.isSecureContext) await navigator.clipboard.writeText(words);
      else copyBySelection(words);
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
