import type { UnderstoodText } from '@duijie/contracts';
import type { Understood as UnderstoodFact } from '@duijie/match-engine';
import type { Context } from '@duijie/service-kit';
import type { CityPlace } from './city-places';
import type { Reference } from './reference';

/** As sure as a service must be told by the words for a choice against it to be called careless. */
const surelyTold = 0.5;

/** Of places of one name that in the writer's own district. */
function placeNamed(
  places: readonly CityPlace[],
  name: string,
  district: string | undefined,
): Pick<CityPlace, 'district' | 'subdistrict'> | null {
  const found = places.filter((place) => place.name === name);
  const own = found.find((place) => place.district === district) ?? (found.length === 1 ? found[0] : undefined);
  return own ? { district: own.district, subdistrict: own.subdistrict } : null;
}

const said = <T>({ value, confidence, evidence }: UnderstoodFact<T>) => ({
  value,
  confidence,
  evidence: [...evidence],
});

/** Reads what a text asks for: services, place, money, urgency, kinds and qualifications, each with its words. */
export const understandText =
  ({ reference, places }: { readonly reference: Reference; readonly places: () => Promise<readonly CityPlace[]> }) =>
  async (
    ctx: Context,
    asked: {
      readonly title?: string | undefined;
      readonly description: string;
      readonly chosen: readonly string[];
      readonly district?: string | undefined;
    },
  ): Promise<UnderstoodText> => {
    const understanding = await reference.understanding(ctx);
    const known = await places();
    const { title = '', description, chosen } = asked;
    const { components, categories } = understanding.understand(title, description, []);
    const { place, ...facts } = understanding.facts(
      `${title},${description}`,
      known.map(({ name }) => name),
    );
    const at = place && placeNamed(known, place.value, asked.district);
    const told = components.map(({ code }) => code);
    const unsaid = chosen.filter((code) => !told.includes(code));
    const missed = components
      .filter(({ code, confidence }) => confidence >= surelyTold && !chosen.includes(code))
      .map(({ code }) => code);
    return {
      components: components.map((one) => ({ ...one, evidence: [...one.evidence] })),
      categories: [...categories],
      budget: facts.budget && said(facts.budget),
      urgency: facts.urgency && said(facts.urgency),
      kinds: facts.kinds.map(said),
      qualifications: facts.qualifications.map(said),
      households: facts.households && said(facts.households),
      place: place && at && { ...said(place), value: at },
      careless: unsaid.length > 0 && missed.length > 0 ? { chosen: unsaid, told: missed } : null,
    };
  };
