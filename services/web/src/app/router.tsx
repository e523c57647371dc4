import { createBrowserRouter } from 'react-router';
import { NotFound } from './not-found';
import { Shell } from './shell';

/** Every address of the console. Pages load with their features. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('../features/sign-in/sign-in-page')).SignInPage }),
  },
  {
    path: '/',
    Component: Shell,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/home/home-page')).HomePage }) },
      { path: 'needs', lazy: async () => ({ Component: (await import('../features/needs/needs-page')).NeedsPage }) },
      {
        path: 'needs/new',
        lazy: async () => ({ Component: (await import('../features/needs/post/post-need-page')).PostNeedPage }),
      },
      {
        path: 'needs/:needId/edit',
        lazy: async () => ({ Component: (await import('../features/needs/post/post-need-page')).PostNeedPage }),
      },
      { path: 'desk', lazy: async () => ({ Component: (await import('../features/desk/desk-page')).DeskPage }) },
      { path: '*', Component: NotFound },
    ],
  },
]);
