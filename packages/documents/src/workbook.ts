export * from './workbook/list-workbook';
export * from './workbook/workbook-bytes';
