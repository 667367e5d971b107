import { type Milliseconds, SECOND } from '../model/time.js';

/** The addresses under which one collection is listed and watched. */
export class KubernetesCollection {
  /** @param path such as `/api/v1/pods`, with or without a query of selectors */
  constructor(private readonly path: string) {}

  /** A page of at most `limit` objects: the first, or the one that the last page's token names. */
  page(limit: number, token: string | null): string {
    return this.address({ limit: String(limit), ...(token === null ? {} : { continue: token }) });
  }

  /**
   * A watch that goes on after `resourceVersion`; without one it begins with all there is as of now, and a bookmark that
   * ends it (Kubernetes API concepts, "Streaming lists").
   */
  watch(resourceVersion: string | null, timeout: Milliseconds): string {
    const from =
      resourceVersion === null
        ? { sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan' }
        : { resourceVersion };
    const timeoutSeconds = String(Math.ceil(timeout / SECOND));
    return this.address({ watch: 'true', allowWatchBookmarks: 'true', timeoutSeconds, ...from });
  }

  private address(query: Readonly<Record<string, string>>): string {
    return `${this.path}${this.path.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`;
  }
}
