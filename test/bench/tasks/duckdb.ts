/** Reads the CSV files of a package (UTF-8) into tables of texts with DuckDB: what a database makes of two cores. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import { secondsOf, tell } from './tell.ts';

const [folder = ''] = process.argv.slice(2);
const connection = await DuckDBConnection.create();
const seconds = await secondsOf(async () => {
  for (const [index, name] of readdirSync(folder)
    .filter((each) => each.endsWith('.csv'))
    .entries()) {
    const path = join(folder, name).replaceAll("'", "''");
    await connection.run(
      `CREATE TABLE t${index} AS SELECT * FROM read_csv('${path}', delim = ',', quote = '"', header = false,
        all_varchar = true, null_padding = true, strict_mode = false)`,
    );
  }
});
tell({ seconds });
