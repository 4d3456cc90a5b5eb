/** What the site's pages may use of the notebook while the site is built, in Node. */
export { proseBlocks } from './prose';
