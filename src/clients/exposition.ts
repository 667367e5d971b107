import { type HttpAccess, HttpConnection } from './http-connection.js';
import { ExchangeError } from './exchange-error.js';
import { ExpositionError, type ExpositionSample, parseExposition } from './exposition-text.js';

export interface ExpositionBounds {
  /** Bytes of the whole page. */
  readonly longest: number;
  /** Samples of the wanted metrics. */
  readonly mostSamples: number;
}

const HEADERS = { accept: 'text/plain;version=0.0.4;q=1,*/*;q=0.1' };

/** A comment, or a name and what follows it: enough to tell the format from a web page. */
const FIRST_LINE = /^(?:#|[a-zA-Z_:][a-zA-Z0-9_:]*(?:\{[^\n]*\})?[ \t]+[-+.0-9a-zA-Z])/;

const NEWLINE = 0x0a;

/** Reads what one program exposes of itself in the Prometheus text format, over a kept connection. */
export class ExpositionClient {
  private readonly connection: HttpConnection;

  constructor(
    private readonly access: HttpAccess,
    private readonly bounds: ExpositionBounds,
  ) {
    this.connection = new HttpConnection(access, bounds.longest);
  }

  /** What it is called in messages. */
  get place(): string {
    return this.connection.place;
  }

  /**
   * The samples of the wanted metrics; none where it has none of them.
   * @param prefix with which the names of some metrics begin: a page that holds none is somebody else's
   * @param signal ends it, and is the deadline: without one there is none
   * @throws ExchangeError, or the signal's reason once it has aborted
   */
  async read(wanted: ReadonlySet<string>, prefix: string, signal: AbortSignal): Promise<readonly ExpositionSample[]> {
    const { place } = this;
    const request = { target: this.access.url, headers: HEADERS };
    const { status, contentType, body } = await this.connection.exchange(request, signal);
    if (status !== 200) throw refused(place, status);
    if (!isExposition(contentType, body))
      throw new ExchangeError('invalid', `What ${place} answers is not the text format of Prometheus, or half of it.`);
    const samples = this.samplesOf(body, wanted);
    if (samples.length === 0 && !holdsPrefix(body, prefix))
      throw new ExchangeError('invalid', `${place} exposes metrics, but none that begins with ${prefix}.`);
    return samples;
  }

  /** Ends every connection. */
  close(): void {
    this.connection.close();
  }

  private samplesOf(body: Buffer, wanted: ReadonlySet<string>): readonly ExpositionSample[] {
    const { place, bounds } = this;
    const samples: ExpositionSample[] = [];
    try {
      for (const sample of parseExposition(body, wanted)) {
        if (samples.push(sample) <= bounds.mostSamples) continue;
        throw new ExchangeError('invalid', `${place} exposes more than ${bounds.mostSamples} series of what is read.`);
      }
    } catch (error) {
      if (!(error instanceof ExpositionError)) throw error;
      throw new ExchangeError('invalid', `What ${place} exposes cannot be read: ${error.message}.`);
    }
    return samples;
  }
}

/** Every line of the format ends with a line feed, the last one too: what does not was cut. */
function isExposition(contentType: string, body: Buffer): boolean {
  if (!/^(?:text\/plain|application\/openmetrics-text)\b|^$/i.test(contentType)) return false;
  return body.at(-1) === NEWLINE && FIRST_LINE.test(body.toString('latin1', 0, 4_096).trimStart());
}

function holdsPrefix(body: Buffer, prefix: string): boolean {
  return body.indexOf(prefix) === 0 || body.includes(`\n${prefix}`) || body.includes(` ${prefix}`);
}

function refused(place: string, status: number): ExchangeError {
  if (status === 401) return new ExchangeError('forbidden', `${place} asks for other credentials (401).`);
  if (status === 403) return new ExchangeError('forbidden', `${place} forbids to read its metrics (403).`);
  if (status === 429 || status >= 500) return new ExchangeError('lost', `${place} answers with status ${status}.`);
  return new ExchangeError('invalid', `${place} answers with status ${status} where its metrics should be.`);
}
