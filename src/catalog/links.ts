/**
 * Every address that the site writes itself. A path starts at the site's root and ends in a slash, unless it is a file;
 * the answer carries the base under which the site is served.
 */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The page of a pattern, or one of its rows or sections. */
export function patternHref(slug: string, anchor?: string): string {
  return href(`/patterns/${slug}/${anchor === undefined ? '' : `#${anchor}`}`);
}

/** The results for a query, as the form in the header would open them. */
export function searchHref(query: string): string {
  return href(`/search/?q=${encodeURIComponent(query).replaceAll('%20', '+')}`);
}

/** A use case on the page of all use cases. */
export function useCaseHref(id: string): string {
  return href(`/use-cases/#${id}`);
}

/** A part on the page of all components; without one, the page. */
export function componentHref(id?: string): string {
  return href(`/components/${id === undefined ? '' : `#${id}`}`);
}

/** A product or a standard on the page of all technologies. */
export function technologyHref(id: string): string {
  return href(`/technologies/#${id}`);
}

/** What a rule of the check says, and what to do about it. */
export function ruleHref(id: string): string {
  return href(`/rules/${id}/`);
}

/** Where a file of the repository is edited; `null` where no repository is configured. */
export function editHref(repository: string | undefined, file: string): string | null {
  return repository ? `${repository.replace(/\/$/, '')}/edit/main/${file}` : null;
}
