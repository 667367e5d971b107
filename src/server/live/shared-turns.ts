import { Turns } from '../../resolvers/turns.js';

/** Turns of all who work at the same time, that begin with whoever is the first after a rest. */
export class SharedTurns {
  private turns: Turns;
  private working = 0;

  constructor(private readonly create: () => Turns = () => new Turns()) {
    this.turns = create();
  }

  /** Does work in many small steps, which rests before each. */
  async during<T>(work: (rest: () => Promise<void>) => Promise<T>): Promise<T> {
    // The time in which nobody worked is no part of a turn.
    if (this.working === 0) this.turns = this.create();
    this.working += 1;
    try {
      return await work(() => this.turns.next());
    } finally {
      this.working -= 1;
    }
  }
}
