/** Where in a policy something stands: the way to it through the keys, and the line and column that it is read from. */
import type { Location } from '../model/diagnostic.ts';

export type Path = readonly (string | number)[];
export type PlaceOf = (path: Path) => Location;
