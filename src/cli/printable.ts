/** Text of the inputs on a terminal: what would move its cursor, change its colours or turn its letters round is shown as a mark. */
export const printable = (text: string): string =>
  text.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '�');
