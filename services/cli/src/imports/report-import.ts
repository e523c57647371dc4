import type { Voice } from '../terminal/voice';
import type { ImportReport } from './import-file';

const shown = 50;

/** Prints what an import came to, and every refused row by line, field and reason. */
export function reportImport(voice: Voice, { view, refused }: ImportReport): void {
  if (voice.json) return void voice.line(JSON.stringify({ ...view, refused }));
  const { created, updated, unchanged, refused: bad, undone, kept } = view.counts;
  voice.line(
    voice.text({
      zh: `${view.dryRun ? '试导入（未写入）' : '导入'} ${view.id}：共 ${view.rows} 行，新增 ${created}，更新 ${updated}，未变 ${unchanged}，未通过 ${bad}${undone + kept > 0 ? `，已撤销 ${undone}，保留 ${kept}` : ''}`,
      en: `${view.dryRun ? 'Trial (nothing written)' : 'Import'} ${view.id}: ${view.rows} rows, ${created} created, ${updated} updated, ${unchanged} unchanged, ${bad} refused${undone + kept > 0 ? `, ${undone} undone, ${kept} kept` : ''}`,
    }),
  );
  if (view.unknownHeadings.length > 0)
    voice.line(
      voice.text({
        zh: `未识别的列：${view.unknownHeadings.join('、')}`,
        en: `Columns not known: ${view.unknownHeadings.join(', ')}`,
      }),
    );
  if (view.failure) voice.line(view.failure);
  for (const row of refused.slice(0, shown))
    for (const fault of row.faults)
      voice.line(
        voice.text({
          zh: `  第 ${row.line} 行 ${fault.heading ?? fault.pointer}：${fault.detail.zh}`,
          en: `  line ${row.line} ${fault.heading ?? fault.pointer}: ${fault.detail.en}`,
        }),
      );
  if (refused.length > shown)
    voice.line(
      voice.text({
        zh: `  ……另有 ${refused.length - shown} 行，见 --json`,
        en: `  … and ${refused.length - shown} more, see --json`,
      }),
    );
}
