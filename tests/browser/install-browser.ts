import { installBrowser } from './chromium';

// oxlint-disable-next-line import/no-default-export -- jest calls the default export once before the tests of this project
export default installBrowser;
