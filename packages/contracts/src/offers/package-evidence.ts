import { z } from 'zod';
import { id, line } from '../primitives';
import { routesOf } from '../route';
import { packageView } from './package-view';

const route = routesOf('offers');
const one = z.strictObject({ packageId: id });
const evidence = one.extend({ evidenceId: id });

export const addPackageLink = route('addPackageLink', {
  method: 'POST',
  path: '/packages/:packageId/links',
  summary: { zh: '添加案例链接', en: 'Add a link as evidence' },
  params: one,
  body: z.strictObject({ title: line(120), url: z.url({ protocol: /^https?$/ }).max(1000) }),
  response: packageView,
  status: 200,
});
export const addPackageFile = route('addPackageFile', {
  method: 'POST',
  path: '/packages/:packageId/files',
  transfer: 'upload',
  summary: { zh: '上传证明材料', en: 'Upload a file as evidence' },
  params: one,
  /** The file's name unless given. */
  body: z.strictObject({ title: line(120).optional() }),
  response: packageView,
  status: 200,
});
export const downloadPackageFile = route('downloadPackageFile', {
  method: 'GET',
  path: '/packages/:packageId/files/:evidenceId',
  transfer: 'download',
  summary: { zh: '下载证明材料', en: 'Download a file of evidence' },
  params: evidence,
});
export const removePackageEvidence = route('removePackageEvidence', {
  method: 'DELETE',
  path: '/packages/:packageId/evidence/:evidenceId',
  summary: { zh: '移除证明材料', en: 'Remove a piece of evidence' },
  params: evidence,
  response: packageView,
});
