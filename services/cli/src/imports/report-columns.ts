import type { ImportLook } from '@duijie/contracts';
import type { Voice } from '../terminal/voice';

/** The columns as they were guessed, as the import takes them. */
export const choiceOf = ({ line, columns }: ImportLook): string =>
  JSON.stringify({
    line,
    columns: Object.fromEntries(columns.flatMap(({ at, path }) => (path === null ? [] : [[String(at), path]]))),
  });

/** Prints which column of a file is taken for which field, and which are left out. */
export function reportColumns(voice: Voice, { columns, fields }: ImportLook): void {
  if (voice.json) return;
  const labels = new Map(fields.map(({ path, label }) => [path, label]));
  for (const { heading, path, match } of columns) {
    const label = path === null ? { zh: '不导入', en: 'not imported' } : (labels.get(path) ?? { zh: path, en: path });
    voice.line(
      `  ${heading} → ${voice.text(label)}${match === 'guessed' ? voice.text({ zh: '（猜的）', en: ' (guessed)' }) : ''}`,
    );
  }
}
