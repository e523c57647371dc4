/** Kinds of organisation that may supply a service; the order is part of the column format. */
export const PROVIDER_KINDS = [
  'property_firm',
  'social_org',
  'volunteer_group',
  'social_enterprise',
  'professional_firm',
  'association',
] as const;

/** Kind of a providing organisation. @see DOMAIN.md, Actors */
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** How a package asks for money; the order is part of the column format. */
export const PRICE_MODELS = [
  'fixed',
  'per_m2_month',
  'per_household_month',
  'per_month',
  'per_session',
  'free',
  'negotiable',
  'invest_share',
  'user_pays',
  'in_kind',
] as const;

/** Price model of a package. @see DOMAIN.md, Service package */
export type PriceModel = (typeof PRICE_MODELS)[number];

/** Where the money of a need comes from. @see DOMAIN.md, Money */
export type Funding =
  | 'community_fund'
  | 'special_fund'
  | 'subdistrict_purchase'
  | 'owners'
  | 'maintenance_fund'
  | 'common_income'
  | 'none';

/** How pressing a need is. */
export type Urgency = 'low' | 'normal' | 'high' | 'emergency';
