import { z } from 'zod';

const point = z.tuple([z.number(), z.number()]);
const tile = z.tuple([z.int(), z.int()]);

/** Shape of `data/places/chengdu.json`; its README says where it comes from. */
export const placeFile = z.object({
  source: z.string(),
  sourceDate: z.iso.date(),
  city: z.object({ code: z.string(), zh: z.string() }),
  managingDistricts: z.array(
    z.object({ key: z.string(), zh: z.string(), centre: point, tile, subdistricts: z.array(z.string()) }),
  ),
  districts: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      centre: point,
      tile,
      /** Code of 9 digits, name, communities: last 3 digits of the code and name. */
      subdistricts: z.array(z.tuple([z.string(), z.string(), z.array(z.tuple([z.string(), z.string()]))])),
    }),
  ),
});
export type PlaceFile = z.infer<typeof placeFile>;
