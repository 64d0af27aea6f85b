/** What of Pagefind's own script is used. It stands beside the pages, not in the bundle. */
interface Pagefind {
  options(options: { readonly bundlePath: string; readonly baseUrl: string }): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { readonly data: () => Promise<PagefindData> }[] }>;
}

interface PagefindData {
  readonly url: string;
  readonly plain_excerpt: string;
  readonly sub_results?: readonly { readonly url: string; readonly plain_excerpt: string }[];
}

/** A place in the prose of a pattern. */
export interface Passage {
  readonly slug: string;
  /** Without the base of the site. */
  readonly url: string;
  readonly text: string;
}

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const most = 10;

let loading: Promise<Pagefind> | null = null;

/** Passages of pattern pages that hold all of the words, best first. */
export async function passagesWith(words: string): Promise<readonly Passage[]> {
  loading ??= load();
  const { results } = await (await loading).search(words);
  const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return found.flatMap((data) => {
    const best = data.sub_results?.[0] ?? data;
    const slug = /\/patterns\/([^/]+)\//.exec(best.url)?.[1];
    return slug === undefined ? [] : [{ slug, url: best.url, text: best.plain_excerpt.trim() }];
  });
}

async function load(): Promise<Pagefind> {
  const address = `${base}/pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ bundlePath: `${base}/pagefind/`, baseUrl: '/' });
  return pagefind;
}
