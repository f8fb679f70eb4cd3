/** Makes a bank's package up. */
import { type Encoding, writeBank } from '../bank.ts';

const [folder = '', scale = '1', encoding = 'GBK'] = process.argv.slice(2);
writeBank(folder, Number(scale), encoding as Encoding);
