const full: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const han = /[\u3400-\u9fff]/;

/** A piece of a file that people read: a string or prose of Markdown, what is filled in as `hole`, with where it begins. */
export interface Text {
  readonly from: number;
  readonly text: string;
}
const hole = '\uE000';

const regexMayFollow = /[(,=:[!&|?;+\-*%<>~^{]$|(?:^|[^\w$])(?:return|typeof|case|in|of)$/;

/** @returns the texts of string literals; comments and regular expressions are no texts */
export function stringsOf(code: string): Text[] {
  const texts: Text[] = [];
  /** Templates that are open: where each began, its text so far, and the depth of braces at which it goes on. */
  const templates: { readonly from: number; text: string; readonly depth: number }[] = [];
  let depth = 0;
  let at = 0;
  /** Reads a template on from `at` to its end or to its next placeholder. */
  function template(from: number, before: string): void {
    const begin = at;
    for (; at < code.length && code[at] !== '`' && !code.startsWith('${', at); at += 1) if (code[at] === '\\') at += 1;
    const text = before + code.slice(begin, at);
    if (code[at] === '$') {
      templates.push({ from, text, depth });
      at += 2;
    } else {
      texts.push({ from, text });
      at += 1;
    }
  }
  function skipRegex(): void {
    let inClass = false;
    for (at += 1; at < code.length && code[at] !== '\n' && (inClass || code[at] !== '/'); at += 1) {
      if (code[at] === '\\') at += 1;
      else if (code[at] === '[') inClass = true;
      else if (code[at] === ']') inClass = false;
    }
    at += 1;
  }
  const ends = (mark: string): number => {
    const found = code.indexOf(mark, at);
    return found < 0 ? code.length : found + mark.length;
  };
  while (at < code.length) {
    const char = code[at] ?? '';
    if (code.startsWith('//', at)) at = ends('\n');
    else if (code.startsWith('/*', at)) at = ends('*/');
    else if (
      char === '/' &&
      code[at - 1] !== '<' &&
      regexMayFollow.test(code.slice(Math.max(0, at - 40), at).trimEnd())
    )
      skipRegex();
    else if (char === "'" || char === '"') {
      const from = at + 1;
      let to = from;
      while (to < code.length && code[to] !== char && code[to] !== '\n') to += code[to] === '\\' ? 2 : 1;
      // An apostrophe between tags opens nothing.
      if (code[to] === char) texts.push({ from, text: code.slice(from, to) });
      at = code[to] === char ? to + 1 : from;
    } else if (char === '`') {
      at += 1;
      template(at, '');
    } else if (char === '}' && templates.at(-1)?.depth === depth) {
      const { from, text } = templates.pop() ?? { from: at, text: '' };
      at += 1;
      template(from, text + hole.repeat(at - from - text.length));
    } else {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      at += 1;
    }
  }
  return texts;
}

/** @returns the prose of Markdown: without code, addresses and HTML */
export function proseOf(markdown: string): Text[] {
  const prose = markdown.replaceAll(
    /^(```|~~~)[^]*?^\1|`[^`\n]*`|\]\([^)\n]*\)|<[^>\n]*>|https?:\/\/[^\s)]*/gm,
    (code) => code.replaceAll(/[^\n]/g, hole),
  );
  return [...prose.matchAll(/[^\n]+/g)].map((line) => ({ from: line.index, text: line[0] }));
}

/** Patterns, filters and addresses are no prose. */
const isCode = (text: string): boolean => /\\(?!n|'|"|`)|\||[\^$]|\w=[^\s=，。]*[\u3400-\u9fff]/.test(text);
/** Tests whose strings hold rows of sheets with their commas. */
const sheets = [
  'packages/service-kit/src/files/sniff.test.ts',
  'services/desk/test/cases.test.ts',
  'services/identity/test/compound-imports.api.test.ts',
  'services/offers/test/package-imports.test.ts',
  'tests/e2e/command-line.test.ts',
  'tests/e2e/on-behalf.test.ts',
  'tests/kit/imports.test.ts',
  'tests/looks/looks.ts',
];
const isRow = (text: string): boolean => /^[^\s，。]*,[^\s，。]*,|\\n.*,|,[^\s，。]*\\n|,$/.test(text);
/** A Chinese word in an English sentence takes the marks of that sentence. */
const isChinese = (text: string): boolean => {
  const words = text.replaceAll(/\{+\w+\}+|https?:\S+|X-[\w-]+/g, '');
  return (words.match(/[\u3400-\u9fff]/g)?.length ?? 0) * 3 > (words.match(/[A-Za-z]/g)?.length ?? 0);
};

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly mark: string;
}
const isHole = (text: string): boolean => /[\uE000{}]/.test(text);

/** @returns marks in half width that belong to Chinese words, with the space after them, in their order; brackets go in pairs */
export function halfMarks(text: string): Mark[] {
  if (!han.test(text)) return [];
  const chinese = !/[A-Za-z]{3}/.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
  const marks = new Map<number, Mark>();
  const beside = (at: number): boolean => {
    const [before = '', after = ''] = [text[at - 1], text[at + 1]];
    if (han.test(before) || han.test(after)) return true;
    if (/[”》」）]/.test(before) || /[“《「]/.test(after)) return true;
    if (after === ' ' && han.test(text[at + 2] ?? '')) return true;
    return chinese && (isHole(before) || isHole(after));
  };
  const take = (at: number, mark: string): void => {
    const [spaceBefore, spaceAfter] =
      mark === '（'
        ? [text[at - 1] === ' ' && han.test(text[at - 2] ?? ''), false]
        : [false, text[at + 1] === ' ' && text[at + 2] !== ' '];
    marks.set(at, { from: at - Number(spaceBefore), to: at + 1 + Number(spaceAfter), mark });
  };
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const mark = full[char];
    if (char === '(') open.push(at);
    else if (char === ')') {
      const begin = open.pop();
      if (begin === undefined) continue;
      if (!beside(begin) && !beside(at)) continue;
      take(begin, '（');
      take(at, '）');
    } else if (
      mark !== undefined &&
      beside(at) &&
      !('?!'.includes(char) && !/[\u3400-\u9fff”）\uE000}]/.test(text[at - 1] ?? ''))
    )
      take(at, mark);
  }
  return [...marks.values()].toSorted((a, b) => a.from - b.from);
}

/** A file with the marks of its Chinese texts in full width. @param path tells what its texts are */
export function withFullMarks(path: string, content: string): string {
  const prose = path.endsWith('.md');
  const marks = (prose ? proseOf(content) : stringsOf(content))
    .filter(({ text }) => isChinese(text) && (prose || (!isCode(text) && !(sheets.includes(path) && isRow(text)))))
    .flatMap(({ from, text }) => halfMarks(text).map((one) => ({ ...one, from: from + one.from, to: from + one.to })))
    .toSorted((a, b) => a.from - b.from);
  let result = '';
  let done = 0;
  for (const { from, to, mark } of marks) {
    result += content.slice(done, Math.max(from, done)) + mark;
    done = Math.max(to, done);
  }
  return result + content.slice(done);
}
