import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { latitude, line, longitude } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('identity');

/** A district of the city, or a managing district (高新区, 天府新区), which manages subdistricts without a code of its own. */
export const districtView = z.strictObject({
  /** GB/T 2260 code, or the key of a managing district (`gaoxin`, `tianfu`). */
  code: z.string(),
  name: z.string(),
  managing: z.boolean(),
  /** Approximate, by hand. */
  centre: z.strictObject({ lng: longitude, lat: latitude }),
  /** Place on the tile map, row 0 in the north. */
  tile: z.strictObject({ column: z.int(), row: z.int() }),
  subdistricts: z.int(),
  communities: z.int(),
  /** Communities with an account. */
  claimed: z.int(),
});
export type DistrictView = z.infer<typeof districtView>;

export const subdistrictView = z.strictObject({
  /** 9 digits, GB/T 10114. */
  code: z.string(),
  name: z.string(),
  /** District of its code. */
  districtCode: z.string(),
  /** District by whose name it goes: the managing one where there is one. */
  district: z.string(),
  communities: z.int(),
  claimed: z.int(),
});
export type SubdistrictView = z.infer<typeof subdistrictView>;

export const communityView = z.strictObject({
  /** 12 digits of the National Bureau of Statistics. */
  code: z.string(),
  /** Name of the data, e.g. `得胜社区居委会`. */
  name: z.string(),
  /** Name for people, e.g. `得胜社区`. */
  shortName: z.string(),
  subdistrictCode: z.string(),
  subdistrict: z.string(),
  district: z.string(),
  claimed: z.boolean(),
  /** Its organisation, once it has one. */
  organisationId: z.uuid().nullable(),
});
export type CommunityView = z.infer<typeof communityView>;

/** All of them, with the managing ones at the end, and where the data comes from. */
export const listDistricts = route('listDistricts', {
  method: 'GET',
  path: '/districts',
  summary: { zh: '区（市）县', en: 'List districts' },
  response: z.strictObject({
    city: z.strictObject({ code: z.string(), name: z.string() }),
    source: z.string(),
    sourceDate: z.string(),
    items: z.array(districtView),
  }),
});
/** Of a code: all its subdistricts, also those managed by another; of a managing district: those that it manages. */
export const listSubdistricts = route('listSubdistricts', {
  method: 'GET',
  path: '/districts/:districtCode/subdistricts',
  summary: { zh: '街道（镇）', en: 'List subdistricts of a district' },
  params: z.strictObject({ districtCode: z.string().regex(/^(\d{6}|[a-z]{2,20})$/) }),
  response: z.strictObject({ items: z.array(subdistrictView) }),
});
/** In the order of their codes. */
export const listCommunities = route('listCommunities', {
  method: 'GET',
  path: '/subdistricts/:subdistrictCode/communities',
  summary: { zh: '村（社区）', en: 'List communities of a subdistrict' },
  params: z.strictObject({ subdistrictCode: z.string().regex(/^\d{9}$/) }),
  query: pageQuery,
  response: pageOf(communityView),
});
/** By the beginning of the name, in the whole city. */
export const findCommunities = route('findCommunities', {
  method: 'GET',
  path: '/communities',
  summary: { zh: '查找社区', en: 'Find communities by name' },
  query: pageQuery.extend({ name: line(60) }),
  response: pageOf(communityView),
});
