import { column, sheet, type ExcelSheet } from './excel-column';

const packages = sheet(
  column.text('title', '服务包', 'Package'),
  column.words('state', '状态', 'State', 'packageStates'),
  column.text('providerName', '服务方', 'Provider'),
  column.words('providerKind', '服务方类型', 'Kind of provider', 'organisationKinds'),
  column.leaf('categories[]', '服务内容', 'Services'),
  column.text('serviceArea.districts[]', '服务区域（空为全市）', 'Districts (empty: whole city)'),
  column.words('price.model', '计价方式', 'Price model', 'priceModels'),
  column.money('price.minFen', '价格下限（元）', 'Price from (yuan)'),
  column.money('price.maxFen', '价格上限（元）', 'Price to (yuan)'),
  column.number('capacity', '可同时承接', 'Capacity'),
  column.number('leadTimeDays', '准备天数', 'Lead time (days)'),
  column.leaf('coreService', '核心服务', 'Core service'),
  column.number('trackRecord.ratingMean', '评分', 'Rating'),
  column.number('trackRecord.ratingCount', '评价数', 'Ratings'),
  column.number('trackRecord.completed', '完成项目', 'Completed'),
  column.instant('publishedAt', '上架时间', 'Published at'),
  column.instant('updatedAt', '更新时间', 'Changed at'),
  column.flag('demo', '演示数据', 'Demonstration'),
);

export const offerSheets = {
  listPackages: packages,
  listOwnPackages: packages,
  listPackageVersions: sheet(
    column.number('version', '版本', 'Version'),
    column.instant('publishedAt', '上架时间', 'Published at'),
    column.text('title', '服务包', 'Package'),
  ),
} satisfies Readonly<Record<string, ExcelSheet>>;
