/** How often something was seen, and in which rows first. */
export class Tally {
  count = 0;
  readonly rows: number[] = [];
  #last = 0;

  add(row: number): void {
    // A line that is several rows is one row of the file.
    if (row === this.#last) return;
    this.#last = row;
    this.count += 1;
    if (this.rows.length < 5) this.rows.push(row);
  }
}
