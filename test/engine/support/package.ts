/** Packages without files: what a test gives, and an ordinary manager around it. */
export { type Given, type GivenTables, ordinaryManager, packageOf } from '../../../src/cases/package.ts';
