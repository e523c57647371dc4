export * from './workbook/list-workbook';
export * from './workbook/workbook-bytes';
export { xlsxMediaType } from './workbook/workbook-parts';
