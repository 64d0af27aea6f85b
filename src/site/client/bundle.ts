/** What browsers get as `plumbline.js`: the one call that gives everything a drawing yields. */
export { render } from '../../diagram/index.ts';
