import { dealSheets } from './deal-sheets';
import { deskSheets } from './desk-sheets';
import type { ExcelSheet } from './excel-column';
import { identitySheets } from './identity-sheets';
import { importSheets } from './import-sheets';
import { marketSheets } from './market-sheets';
import { matchingSheets } from './matching-sheets';
import { needSheets } from './need-sheets';
import { offerSheets } from './offer-sheets';

/** The one table of workbooks: operation id of a list → its sheet. Lists that stand nowhere here give JSON only. */
export const excelSheets: Readonly<Record<string, ExcelSheet>> = {
  ...identitySheets,
  ...needSheets,
  ...offerSheets,
  ...matchingSheets,
  ...dealSheets,
  ...deskSheets,
  ...marketSheets,
  ...importSheets,
};

/**
 * Lists by pages that are no workbook: what happened to one thing step by step, by codes of the audit; and a person's
 * own notices.
 */
export const listsWithoutWorkbook: readonly string[] = [
  'listIdentityAudit',
  'listNeedHistory',
  'listPackageHistory',
  'listAgreementTimeline',
  'listNotices',
];
