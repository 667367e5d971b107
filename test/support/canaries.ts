/** Secrets that are known by their looks, each for the place where it stands: which one leaked is told by its name. */
export class Canaries {
  private readonly planted = new Map<string, string>();

  /** The secret of a place, made when it is first asked for. */
  at(place: string): string {
    return this.plant(place, `Canary-${place.replace(/\W+/g, '-')}-9f3KxQ7mZp`);
  }

  /** What is a secret by itself. */
  plant(place: string, secret: string): string {
    const known = this.planted.get(place) ?? secret;
    this.planted.set(place, known);
    return known;
  }

  get places(): readonly string[] {
    return [...this.planted.keys()];
  }

  /** Whose canaries are in a text, as they are or as they go over the wire. */
  foundIn(text: string): readonly string[] {
    return [...this.planted].filter(([, secret]) => formsOf(secret).some((form) => text.includes(form))).map(([place]) => place); // prettier-ignore
  }
}

function formsOf(secret: string): readonly string[] {
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').slice(0, -4),
    Buffer.from(`u:${secret}`).toString('base64').slice(0, -4),
  ];
}
