/** The book's own pictures, computed while the site is built, in Node. */
export { chapterPlates, plates } from './plates';
export { encodePng } from './png';
