import { fieldNames } from '@duijie/contracts';
import * as kit from '@duijie/domain-kit';
import type { z } from 'zod';
import type { Locale } from '../context';

type Issue = z.core.$ZodRawIssue;
type Say = (issue: Issue) => string;

/** Families of codes whose words people know. */
const vocabularies = Object.values(kit).filter(
  (value): value is kit.Vocabulary =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value as Record<string, unknown>).every(
      (entry) => typeof entry === 'object' && entry !== null && 'zh' in entry && 'en' in entry,
    ),
);
const offered = 12;

/** The choices in words: of a family of codes, or as they stand; empty where there are too many to tell. */
function choices(values: readonly unknown[], locale: Locale): string {
  const codes = values.map(String);
  const family = vocabularies.find((one) => codes.every((code) => Object.hasOwn(one, code)));
  const words = family ? codes.map((code) => family[code]?.[locale] ?? code) : codes;
  return words.length > offered ? '' : words.join(locale === 'zh' ? '、' : ', ');
}

const isMissing = (input: unknown): boolean => input === undefined || input === null || input === '';
const own = (path: readonly PropertyKey[] | undefined): string | undefined =>
  path?.findLast((part): part is string => typeof part === 'string' && !/^\d+$/.test(part));
const nameOf = ({ path }: Issue, locale: Locale): string => {
  const key = own(path);
  return (key !== undefined && Object.hasOwn(fieldNames, key) && fieldNames[key]?.[locale]) || '';
};
/** A bound as people read it: money in yuan. */
function bound(issue: Issue, value: number | bigint, locale: Locale): string {
  const fen = own(issue.path)?.endsWith('Fen') ?? false;
  const text = (fen ? Number(value) / 100 : value).toLocaleString('en-US', { useGrouping: Number(value) >= 10_000 });
  return fen ? (locale === 'zh' ? `${text}元` : `${text} yuan`) : text;
}

const types: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  string: { zh: '应是文字', en: 'must be a text' },
  number: { zh: '应是数字', en: 'must be a number' },
  int: { zh: '应是整数', en: 'must be a whole number' },
  bigint: { zh: '应是整数', en: 'must be a whole number' },
  boolean: { zh: '应是“是”或“否”', en: 'must be yes or no' },
  array: { zh: '应是一个列表', en: 'must be a list' },
  date: { zh: '应是日期', en: 'must be a date' },
};
const formats: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  date: { zh: '应是日期，如 2026-12-01', en: 'must be a day such as 2026-12-01' },
  datetime: { zh: '应是时刻，如 2026-12-01T10:00:00Z', en: 'must be an instant such as 2026-12-01T10:00:00Z' },
  time: { zh: '应是时间，如 14:30', en: 'must be a time such as 14:30' },
  email: { zh: '应是邮箱地址', en: 'must be an e-mail address' },
  url: { zh: '应是网址，如 https://example.org', en: 'must be an address such as https://example.org' },
  uuid: { zh: '不是有效的编号', en: 'is no valid id' },
  guid: { zh: '不是有效的编号', en: 'is no valid id' },
};
/** `line` and `text` of the contracts. */
const withoutControls = /^\/\^\[\^\\p\{Cc\}\]/;

const zh: Say = (issue) => {
  const name = nameOf(issue, 'zh');
  switch (issue.code) {
    case 'invalid_type':
      if (isMissing(issue.input)) return `请填写${name || '这一项'}`;
      return `${name}${types[issue.expected]?.zh ?? '填写不对'}`;
    case 'invalid_value': {
      const may = choices(issue.values, 'zh');
      if (isMissing(issue.input)) return `请选择${name || '这一项'}${may && `：${may}`}`;
      return `${name}没有这个选项${may && `，可填：${may}`}`;
    }
    case 'too_small': {
      const least = issue.minimum;
      if (issue.origin === 'string')
        return Number(least) === 1
          ? `请填写${name || '这一项'}`
          : `${name}${issue.exact ? '应是' : '至少'}${least}个字`;
      if (issue.origin === 'array' || issue.origin === 'set')
        return `${name}${issue.exact ? '应有' : '至少'}${least}项`;
      return `${name}${issue.inclusive === false ? '必须大于' : '不能小于'}${bound(issue, least, 'zh')}`;
    }
    case 'too_big': {
      const most = issue.maximum;
      if (issue.origin === 'string') return `${name}${issue.exact ? '应是' : '最多'}${most}个字`;
      if (issue.origin === 'array' || issue.origin === 'set') return `${name}${issue.exact ? '应有' : '最多'}${most}项`;
      return `${name}${issue.inclusive === false ? '必须小于' : '不能大于'}${bound(issue, most, 'zh')}`;
    }
    case 'invalid_format':
      if (issue.format === 'regex' && withoutControls.test(String(issue.pattern)))
        return `${name}不能含${issue.pattern?.includes('\\n') ? '' : '换行和'}控制字符`;
      return `${name}${formats[issue.format]?.zh ?? '格式不对'}`;
    case 'not_multiple_of':
      return `${name}应是${issue.divisor}的倍数`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'unrecognized_keys':
      return `${name}填写不对`;
  }
};

const en: Say = (issue) => {
  const name = nameOf(issue, 'en');
  const told = (words: string): string =>
    name ? `${name} ${words}` : words.replace(/^./, (letter) => letter.toUpperCase());
  switch (issue.code) {
    case 'invalid_type':
      return told(isMissing(issue.input) ? 'is required' : (types[issue.expected]?.en ?? 'is not valid'));
    case 'invalid_value': {
      const may = choices(issue.values, 'en');
      return told(`${isMissing(issue.input) ? 'is required' : 'is none of the choices'}${may && `: ${may}`}`);
    }
    case 'too_small': {
      const least = issue.minimum;
      const only = issue.exact ? 'exactly' : 'at least';
      if (issue.origin === 'string')
        return told(Number(least) === 1 ? 'is required' : `must have ${only} ${least} characters`);
      if (issue.origin === 'array' || issue.origin === 'set')
        return told(`must have ${only} ${least} ${Number(least) === 1 ? 'item' : 'items'}`);
      return told(`must be ${issue.inclusive === false ? 'more than' : 'at least'} ${bound(issue, least, 'en')}`);
    }
    case 'too_big': {
      const most = issue.maximum;
      const only = issue.exact ? 'exactly' : 'at most';
      if (issue.origin === 'string') return told(`must have ${only} ${most} characters`);
      if (issue.origin === 'array' || issue.origin === 'set')
        return told(`must have ${only} ${most} ${Number(most) === 1 ? 'item' : 'items'}`);
      return told(`must be ${issue.inclusive === false ? 'less than' : 'at most'} ${bound(issue, most, 'en')}`);
    }
    case 'invalid_format':
      if (issue.format === 'regex' && withoutControls.test(String(issue.pattern)))
        return told(
          issue.pattern?.includes('\\n')
            ? 'must not have control characters'
            : 'must not have line breaks or control characters',
        );
      return told(formats[issue.format]?.en ?? 'has another form than it should');
    case 'not_multiple_of':
      return told(`must be a multiple of ${issue.divisor}`);
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'unrecognized_keys':
      return told('is not valid');
  }
};

/** What zod found, in the words of people who fill in forms: with the field's name, the bounds and the choices. */
export const issueWords: Readonly<Record<Locale, Say>> = { zh, en };
