/** What is made again and again from the same words, kept for as long as it is in use. */

/** So many answers, the last used ones. */
export class Recent<Answer> {
  readonly #most: number;
  /** In the order of their use. */
  readonly #answers = new Map<string, Answer>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The answer to a key: the one that is kept, else made now. */
  of(key: string, make: () => Answer): Answer {
    const answer = this.#answers.get(key) ?? make();
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}
