/** Language of what people read: Chinese unless the locale names another. */
export type Language = 'zh' | 'en';

/** Words in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** How a command speaks: results on stdout, progress and faults on stderr. */
export interface Voice {
  readonly language: Language;
  /** One JSON value a run on stdout, no words. */
  readonly json: boolean;
  text(words: Words): string;
  /** A line of the result. */
  line(text?: string): void;
  /** What goes on meanwhile; a changing line on a terminal, plain lines elsewhere, nothing with `json`. */
  progress(words: Words): void;
  /** Ends the changing line. */
  settled(): void;
  fault(words: Words): void;
}

/** Off a terminal, a line of progress no more often than this. */
const plainEveryMs = 2000;

const languageOf = (env: Readonly<Record<string, string | undefined>>): Language => {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
};

/** @param given language asked for by `--lang` */
export function createVoice(
  options: { lang?: string | undefined; json?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>> = process.env,
): Voice {
  const language: Language = options.lang === 'en' || options.lang === 'zh' ? options.lang : languageOf(env);
  const json = options.json === true;
  const terminal = process.stderr.isTTY && env['NO_COLOR'] === undefined;
  let open = false;
  let last = { text: '', at: 0 };
  const settled = (): void => {
    if (open) process.stderr.write('\n');
    open = false;
  };
  return {
    language,
    json,
    text: (words) => words[language],
    line: (text = '') => void process.stdout.write(`${text}\n`),
    progress(words) {
      if (json) return;
      const now = Date.now();
      if (terminal) process.stderr.write(`\r\u001b[K${words[language]}`);
      else if (words[language] !== last.text && now - last.at >= plainEveryMs) {
        process.stderr.write(`${words[language]}\n`);
        last = { text: words[language], at: now };
      }
      open = terminal;
    },
    settled,
    fault(words) {
      settled();
      process.stderr.write(`${words[language]}\n`);
    },
  };
}
