/** The first five hundred packages. */
import { packages } from './thousand.ts';

packages(1, 500);
