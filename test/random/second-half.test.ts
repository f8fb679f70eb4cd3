/** The other five hundred packages. */
import { packages } from './thousand.ts';

packages(501, 1000);
