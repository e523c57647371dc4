import { theme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

const kept = 'duijie.large-text';
const listeners = new Set<() => void>();

/** Whether text and targets are large (适老化): at least 18 px and 44 px. Kept in this browser. */
export const useLargeText = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(kept) === '1',
  );

export function setLargeText(on: boolean): void {
  localStorage.setItem(kept, on ? '1' : '0');
  document.documentElement.dataset['text'] = on ? 'large' : 'normal';
  for (const listener of listeners) listener();
}

/** Calm, dense enough for work; one colour that acts, one that warns. */
export const themeOf = (large: boolean): ThemeConfig => ({
  algorithm: theme.defaultAlgorithm,
  cssVar: { key: 'duijie' },
  token: {
    colorPrimary: '#1f5f5b',
    colorInfo: '#1f5f5b',
    // Told from text (3:1) and read on every ground (4.5:1).
    colorLink: '#007a73',
    // The palette that antd derives from so dark a green is grey.
    colorPrimaryBg: '#e6f1ef',
    colorPrimaryBgHover: '#d6e8e5',
    colorPrimaryBorder: '#8fc1bb',
    colorPrimaryHover: '#2c7a75',
    colorInfoBg: '#e6f1ef',
    colorInfoBorder: '#a9d0cb',
    colorInfoText: '#1f5f5b',
    // Dark enough to be read as text, which the palette's own are not (WCAG 1.4.3).
    colorError: '#b3261e',
    colorErrorBg: '#fdeeec',
    colorErrorBgHover: '#fbe0dc',
    colorErrorBorder: '#eebab4',
    colorErrorHover: '#c8443b',
    colorWarning: '#8a5600',
    colorWarningBg: '#fff6e0',
    colorWarningBorder: '#e8cf8f',
    colorSuccess: '#2c6b2f',
    colorSuccessBg: '#eaf5ea',
    colorSuccessBorder: '#a9d3a9',
    colorTextDescription: '#5c6662',
    colorTextPlaceholder: '#6b7571',
    colorBgLayout: '#f5f6f4',
    borderRadius: 6,
    fontSize: large ? 18 : 14,
    controlHeight: large ? 44 : 34,
    ...(large ? { fontSizeSM: 18, controlHeightSM: 44, controlHeightXS: 44 } : {}),
    lineHeight: large ? 1.6 : 1.55,
    fontFamily: `system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`,
    motion: false,
  },
  components: { Tag: { defaultBg: '#e9edea', defaultColor: '#3c4642' } },
});
