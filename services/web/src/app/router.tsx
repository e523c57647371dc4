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
      { path: '*', Component: NotFound },
    ],
  },
]);
