import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound } from './not-found';
import { PageFault } from './page-fault';

/** Every address of the console. Pages load with their features. */
const pages: readonly RouteObject[] = [
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('../features/sign-in/sign-in-page')).SignInPage }),
  },
  {
    path: '/claim/:token?',
    lazy: async () => ({ Component: (await import('../features/claim/claim-page')).ClaimPage }),
  },
  {
    path: '/',
    lazy: async () => ({ Component: (await import('./shell')).Shell }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/home/home-page')).HomePage }) },
      { path: 'needs', lazy: async () => ({ Component: (await import('../features/needs/needs-page')).NeedsPage }) },
      {
        path: 'needs/new',
        lazy: async () => ({ Component: (await import('../features/needs/post/post-need-page')).PostNeedPage }),
      },
      {
        path: 'needs/:needId',
        lazy: async () => ({ Component: (await import('../features/needs/page/need-page')).NeedPage }),
      },
      {
        path: 'needs/:needId/preview',
        lazy: async () => ({
          Component: (await import('../features/needs/preview/need-preview-page')).NeedPreviewPage,
        }),
      },
      {
        path: 'needs/:needId/edit',
        lazy: async () => ({ Component: (await import('../features/needs/post/post-need-page')).PostNeedPage }),
      },
      {
        path: 'imports/:kind/:importId?',
        lazy: async () => ({ Component: (await import('../features/imports/import-page')).ImportPage }),
      },
      { path: 'desk', lazy: async () => ({ Component: (await import('../features/desk/desk-page')).DeskPage }) },
      {
        path: 'desk/queue',
        lazy: async () => ({ Component: (await import('../features/desk/queue-page')).QueuePage }),
      },
      {
        path: 'desk/introductions',
        lazy: async () => ({ Component: (await import('../features/desk/introductions-page')).IntroductionsPage }),
      },
      {
        path: 'desk/cases',
        lazy: async () => ({ Component: (await import('../features/desk/cases/cases-page')).CasesPage }),
      },
      {
        path: 'desk/cases/:caseId',
        lazy: async () => ({ Component: (await import('../features/desk/cases/case-page')).CasePage }),
      },
      {
        path: 'rounds',
        lazy: async () => ({ Component: (await import('../features/rounds/rounds-page')).RoundsPage }),
      },
      {
        path: 'rounds/new',
        lazy: async () => ({ Component: (await import('../features/rounds/new-round-page')).NewRoundPage }),
      },
      {
        path: 'rounds/:roundId',
        lazy: async () => ({ Component: (await import('../features/rounds/round-page')).RoundPage }),
      },
      {
        path: 'profile',
        lazy: async () => ({ Component: (await import('../features/profile/profile-page')).ProfilePage }),
      },
      {
        path: 'organisation',
        lazy: async () => ({
          Component: (await import('../features/admin/own-organisation-page')).OwnOrganisationPage,
        }),
      },
      {
        path: 'notices',
        lazy: async () => ({ Component: (await import('../features/notices/notices-page')).NoticesPage }),
      },
      {
        path: 'work',
        lazy: async () => ({ Component: (await import('../features/responses/work-page')).WorkPage }),
      },
      {
        path: 'introductions/:introductionId',
        lazy: async () => ({ Component: (await import('../features/responses/introduction-page')).IntroductionPage }),
      },
      {
        path: 'lots/:lotId',
        lazy: async () => ({ Component: (await import('../features/responses/lot-page')).LotPage }),
      },
      {
        path: 'lots/:lotId/respond',
        lazy: async () => ({ Component: (await import('../features/responses/respond-page')).RespondPage }),
      },
      {
        path: 'responses/:responseId',
        lazy: async () => ({ Component: (await import('../features/responses/response-page')).ResponsePage }),
      },
      {
        path: 'agreements',
        lazy: async () => ({ Component: (await import('../features/agreements/agreements-page')).AgreementsPage }),
      },
      {
        path: 'agreements/overdue',
        lazy: async () => ({ Component: (await import('../features/agreements/overdue-page')).OverduePage }),
      },
      {
        path: 'agreements/:agreementId',
        lazy: async () => ({ Component: (await import('../features/agreements/agreement-page')).AgreementPage }),
      },
      {
        path: 'admin/organisations/:organisationId',
        lazy: async () => ({ Component: (await import('../features/admin/organisation-page')).OrganisationPage }),
      },
      { path: 'setup', lazy: async () => ({ Component: (await import('../features/set-up/set-up-page')).SetUpPage }) },
      {
        path: 'admin/:part?',
        lazy: async () => ({ Component: (await import('../features/admin/admin-page')).AdminPage }),
      },
      {
        path: 'packages',
        lazy: async () => ({ Component: (await import('../features/packages/packages-page')).PackagesPage }),
      },
      {
        path: 'packages/new',
        lazy: async () => ({ Component: (await import('../features/packages/edit-package-page')).EditPackagePage }),
      },
      {
        path: 'packages/:packageId',
        lazy: async () => ({ Component: (await import('../features/packages/package-page')).PackagePage }),
      },
      {
        path: 'packages/:packageId/edit',
        lazy: async () => ({ Component: (await import('../features/packages/edit-package-page')).EditPackagePage }),
      },
      {
        path: 'providers/:organisationId',
        lazy: async () => ({ Component: (await import('../features/packages/provider-page')).ProviderPage }),
      },
      {
        path: 'discover',
        lazy: async () => ({ Component: (await import('../features/discover/discover-page')).DiscoverPage }),
      },
      {
        path: 'market',
        lazy: async () => ({ Component: (await import('../features/market/market-page')).MarketPage }),
      },
      {
        path: 'compounds',
        lazy: async () => ({ Component: (await import('../features/compounds/compounds-page')).CompoundsPage }),
      },
      {
        path: 'compounds/new',
        lazy: async () => ({ Component: (await import('../features/compounds/new-compound-page')).NewCompoundPage }),
      },
      {
        path: 'compounds/:compoundId',
        lazy: async () => ({ Component: (await import('../features/compounds/compound-page')).CompoundPage }),
      },
      { path: '*', Component: NotFound },
    ],
  },
];

/** A page that cannot be shown says so in its own place, with what is around it still there. */
const withFault = (routes: readonly RouteObject[]): RouteObject[] =>
  routes.map((route): RouteObject => {
    const shown = { HydrateFallback: () => null, ...route, ErrorBoundary: PageFault };
    return route.index === true ? shown : { ...shown, index: false, children: withFault(route.children ?? []) };
  });

export const router = createBrowserRouter(withFault(pages));
