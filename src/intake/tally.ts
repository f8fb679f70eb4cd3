/** How often something was seen, and in which rows first. */
export class Tally {
  count = 0;
  readonly rows: number[] = [];

  add(row: number): void {
    this.count += 1;
    if (this.rows.length < 5) this.rows.push(row);
  }
}
