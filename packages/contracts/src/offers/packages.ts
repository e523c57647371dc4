import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, leafCode, line, queryInt, queryList, text } from '../primitives';
import { routesOf } from '../route';
import { packageState, priceModel } from '../state/package';
import {
  packageChange,
  packageHistoryEntry,
  packageInput,
  packageSummary,
  packageVersion,
  packageVersionSummary,
  packageView,
} from './package-view';

const route = routesOf('offers');
const one = z.strictObject({ packageId: id });
const why = z.strictObject({ reason: text(500, 2) });

/** Published packages, newest first. Filters narrow together; a package that serves the whole city serves each district. */
export const listPackages = route('listPackages', {
  method: 'GET',
  path: '/packages',
  summary: { zh: '服务包列表', en: 'List published packages' },
  query: pageQuery.extend({
    leaf: leafCode.optional(),
    district: line(30).optional(),
    /** Of one of these providers, e.g. of a group. */
    providerId: queryList(id).optional(),
    priceModel: priceModel.optional(),
  }),
  response: pageOf(packageSummary),
});
/** Packages in any state of the organisation acted for, newest first. Stands before `getPackage`. */
export const listOwnPackages = route('listOwnPackages', {
  method: 'GET',
  path: '/packages/mine',
  summary: { zh: '我的服务包', en: 'List own packages' },
  query: pageQuery.extend({ state: packageState.optional() }),
  response: pageOf(packageSummary),
});
export const createPackage = route('createPackage', {
  method: 'POST',
  path: '/packages',
  summary: { zh: '新建服务包', en: 'Draft a package' },
  body: packageInput,
  response: packageView,
});
export const getPackage = route('getPackage', {
  method: 'GET',
  path: '/packages/:packageId',
  summary: { zh: '查看服务包', en: 'Show a package' },
  params: one,
  response: packageView,
});
export const changePackage = route('changePackage', {
  method: 'PATCH',
  path: '/packages/:packageId',
  summary: { zh: '修改服务包', en: 'Change a package' },
  params: one,
  body: packageChange,
  response: packageView,
});
export const publishPackage = route('publishPackage', {
  method: 'POST',
  path: '/packages/:packageId/publish',
  kind: 'change',
  summary: { zh: '上架服务包', en: 'Publish a package' },
  params: one,
  response: packageView,
});
export const suspendPackage = route('suspendPackage', {
  method: 'POST',
  path: '/packages/:packageId/suspend',
  kind: 'change',
  summary: { zh: '暂停服务包', en: 'Suspend a package' },
  params: one,
  body: why,
  response: packageView,
});
export const resumePackage = route('resumePackage', {
  method: 'POST',
  path: '/packages/:packageId/resume',
  kind: 'change',
  summary: { zh: '恢复服务包', en: 'Reinstate a suspended package' },
  params: one,
  response: packageView,
});
export const retirePackage = route('retirePackage', {
  method: 'POST',
  path: '/packages/:packageId/retire',
  kind: 'change',
  summary: { zh: '下架服务包', en: 'Retire a package for good' },
  params: one,
  body: why.partial(),
  response: packageView,
});
export const listPackageVersions = route('listPackageVersions', {
  method: 'GET',
  path: '/packages/:packageId/versions',
  summary: { zh: '服务包历史版本', en: 'List published versions of a package' },
  params: one,
  query: pageQuery,
  response: pageOf(packageVersionSummary),
});
export const getPackageVersion = route('getPackageVersion', {
  method: 'GET',
  path: '/packages/:packageId/versions/:version',
  summary: { zh: '查看服务包某一版本', en: 'Show a published version of a package' },
  params: one.extend({ version: queryInt(1, 1_000_000_000) }),
  response: packageVersion,
});
export const listPackageHistory = route('listPackageHistory', {
  method: 'GET',
  path: '/packages/:packageId/history',
  summary: { zh: '服务包办理记录', en: 'List the steps in the life of a package' },
  params: one,
  query: pageQuery,
  response: pageOf(packageHistoryEntry),
});
