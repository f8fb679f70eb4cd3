/** The shells that complete command lines. */
export const shells = ['bash', 'zsh'] as const;
export type Shell = (typeof shells)[number];
